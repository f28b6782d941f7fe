/** Stands between the bot and its storage, and can be shut: for drills. */
import { createServer, request as requestPlain, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** `open`: everything passes. `cut`: storage is gone. `forbid`: it refuses whoever asks, as without a role. */
export type GateState = 'open' | 'cut' | 'forbid';

export class StorageGate {
  state: GateState = 'open';

  /** @param connectionString of the storage behind it. */
  static async before(connectionString: string): Promise<StorageGate> {
    const gate = new StorageGate();
    let through = connectionString;
    for (const [address = '', port = ''] of connectionString.matchAll(/http:\/\/127\.0\.0\.1:(\d+)/g)) {
      through = through.replace(address, `http://127.0.0.1:${await gate.#serve(Number(port))}`);
    }
    gate.#connectionString = through;
    return gate;
  }

  readonly #servers: Server[] = [];
  #connectionString = '';

  get connectionString(): string {
    return this.#connectionString;
  }

  close(): void {
    for (const server of this.#servers) {
      server.close();
      server.closeAllConnections();
    }
  }

  async #serve(target: number): Promise<number> {
    const server = createServer((req, res) => {
      if (this.state === 'cut') return void req.socket.destroy();
      if (this.state === 'forbid') {
        res.statusCode = 403;
        return void res.end();
      }
      const { method, url: path, headers } = req;
      const onward = requestPlain({ host: '127.0.0.1', port: target, method, path, headers }, (answer) => {
        res.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(res);
      });
      onward.on('error', () => req.socket.destroy());
      req.pipe(onward);
    });
    this.#servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }
}
