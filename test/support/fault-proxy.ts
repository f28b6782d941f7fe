import {
  createServer,
  type IncomingMessage,
  request as requestPlain,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer, request as requestOverTls } from 'node:https';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Certificate } from './certificate.js';

/**
 * What the proxy does with a request:
 * - `pass`: pass it on, and the answer back, after a while where one is given.
 * - `status`: answer with a status.
 * - `cut`: break the connection.
 * - `hang`: hold it until `release`.
 * - `late`: do not answer; pass it on after a while.
 * - `lose-answer`, `break-answer`: pass it on and drop the answer, or all but its beginning.
 * - `change-answer`: pass it on and answer with another status.
 */
export type Fault =
  | { kind: 'pass'; afterMs?: number }
  | { kind: 'status'; status: number; headers?: Record<string, string> }
  | { kind: 'cut' }
  | { kind: 'hang' }
  | { kind: 'late'; afterMs: number }
  | { kind: 'lose-answer' }
  | { kind: 'break-answer' }
  | { kind: 'change-answer'; status: number };

export interface ProxiedRequest {
  method: string;
  path: string;
}

/** For a proxy or a target that speaks TLS. */
export interface ProxyTls {
  front?: Certificate;
  target?: Certificate;
}

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** An HTTP proxy in front of a loopback server; it injects the faults that the test chooses. */
export class FaultProxy {
  /** Chooses the fault for each request. */
  decide: (request: ProxiedRequest) => Fault = () => ({ kind: 'pass' });
  readonly seen: ProxiedRequest[] = [];
  readonly #held: (() => void)[] = [];

  static async before(targetPort: number, tls: ProxyTls = {}): Promise<FaultProxy> {
    const server = tls.front ? createTlsServer(tls.front) : createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new FaultProxy(server, targetPort, tls);
  }

  private constructor(
    private readonly server: Server,
    private readonly targetPort: number,
    private readonly tls: ProxyTls,
  ) {
    server.on('request', (req, res) => {
      this.#serve(req, res).catch(() => req.socket.destroy());
    });
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Passes on the held requests and all later ones. */
  release(): void {
    this.decide = () => ({ kind: 'pass' });
    for (const go of this.#held.splice(0)) go();
  }

  async #serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const seen = { method: req.method ?? '', path: req.url ?? '' };
    this.seen.push(seen);
    const fault = this.decide(seen);
    if (fault.kind === 'cut') {
      req.socket.destroy();
      return;
    }
    const body = await buffer(req);
    if (fault.kind === 'hang') await new Promise<void>((resolve) => this.#held.push(resolve));
    if (fault.kind === 'late') await pause(fault.afterMs);
    // Not chained below: Restify patches `writeHead` for the whole process so that it returns nothing.
    if (fault.kind === 'status') {
      res.writeHead(fault.status, fault.headers);
      res.end();
      return;
    }
    const answer = await this.#passOn(req, body);
    if (fault.kind === 'lose-answer' || fault.kind === 'late') {
      req.socket.destroy();
      return;
    }
    if (fault.kind === 'change-answer') {
      res.writeHead(fault.status);
      res.end();
      return;
    }
    if (fault.kind === 'pass' && fault.afterMs) await pause(fault.afterMs);
    res.writeHead(answer.status, answer.headers);
    if (fault.kind === 'break-answer') {
      res.write(answer.body.subarray(0, answer.body.length / 2), () => req.socket.destroy());
      return;
    }
    res.end(answer.body);
  }

  #passOn({ method, url: path, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
    const { target } = this.tls;
    const to = { port: this.targetPort, host: '127.0.0.1', method, path, headers };
    return new Promise((resolve, reject) => {
      const take = (answer: IncomingMessage) => {
        const { statusCode: status = 502, headers } = answer;
        buffer(answer).then((all) => resolve({ status, headers, body: all }), reject);
      };
      const forwarded = target ? requestOverTls({ ...to, ca: target.cert }, take) : requestPlain(to, take);
      forwarded.on('error', reject).end(body);
    });
  }
}

/** The same storage account with a proxy in front of its tables, or of its files. */
export async function behindProxy(
  connectionString: string,
  service: 'Table' | 'Blob' = 'Table',
): Promise<{ proxy: FaultProxy; connectionString: string }> {
  const match = new RegExp(`${service}Endpoint=http://127\\.0\\.0\\.1:(\\d+)`).exec(connectionString);
  const proxy = await FaultProxy.before(Number(match?.[1]));
  const own = `${service}Endpoint=http://127.0.0.1:${proxy.port}`;
  const proxied = connectionString.replace(match?.[0] ?? '', own);
  return { proxy, connectionString: proxied };
}
