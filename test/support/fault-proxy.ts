import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What the proxy does with a request: pass it on, answer with a status, cut the connection, hold it until
 * `release`, or pass it on and drop the answer.
 */
export type Fault =
  | { kind: 'pass' }
  | { kind: 'status'; status: number; headers?: Record<string, string> }
  | { kind: 'cut' }
  | { kind: 'hang' }
  | { kind: 'lose-answer' };

export interface ProxiedRequest {
  method: string;
  path: string;
}

/** An HTTP proxy in front of a loopback server; it injects the faults that the test chooses. */
export class FaultProxy {
  /** Chooses the fault for each request. */
  decide: (request: ProxiedRequest) => Fault = () => ({ kind: 'pass' });
  readonly seen: ProxiedRequest[] = [];
  readonly #held: (() => void)[] = [];

  static async before(targetPort: number): Promise<FaultProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new FaultProxy(server, targetPort);
  }

  private constructor(
    private readonly server: Server,
    private readonly targetPort: number,
  ) {
    server.on('request', (req, res) => this.#serve(req, res));
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
    for (const serve of this.#held.splice(0)) serve();
  }

  #serve(req: IncomingMessage, res: ServerResponse): void {
    const seen = { method: req.method ?? '', path: req.url ?? '' };
    this.seen.push(seen);
    const fault = this.decide(seen);
    if (fault.kind === 'hang') {
      this.#held.push(() => this.#serve(req, res));
      return;
    }
    if (fault.kind === 'cut') {
      req.socket.destroy();
      return;
    }
    if (fault.kind === 'status') {
      req.resume();
      // Not chained: Restify patches `writeHead` for the whole process so that it returns nothing.
      res.writeHead(fault.status, fault.headers);
      res.end();
      return;
    }
    const { method, url: path, headers } = req;
    const forwarded = request(
      { port: this.targetPort, host: '127.0.0.1', method, path, headers },
      (answer) => {
        if (fault.kind === 'lose-answer') {
          answer.resume().on('end', () => req.socket.destroy());
          return;
        }
        res.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(res);
      },
    );
    forwarded.on('error', () => req.socket.destroy());
    req.pipe(forwarded);
  }
}

/** The same storage account with a proxy in front of its tables. */
export async function behindProxy(
  connectionString: string,
): Promise<{ proxy: FaultProxy; connectionString: string }> {
  const match = /TableEndpoint=http:\/\/127\.0\.0\.1:(\d+)/.exec(connectionString);
  const proxy = await FaultProxy.before(Number(match?.[1]));
  const proxied = connectionString.replace(match?.[0] ?? '', `TableEndpoint=http://127.0.0.1:${proxy.port}`);
  return { proxy, connectionString: proxied };
}
