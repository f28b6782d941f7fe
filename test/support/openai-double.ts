import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A double of an Azure OpenAI deployment on the loopback; the test sets its answers. */
export class OpenAiDouble {
  /** Returns the message content of the answer. When undefined, requests are never answered. */
  says: ((asked: { message: string; candidates: { id: string }[] }) => string) | undefined = () => '{}';
  /** The same for narratives. When undefined, `says` answers them too. */
  reads: ((asked: { account: string }) => string) | undefined;
  status = 200;
  /** The request bodies, in order. */
  readonly received: string[] = [];

  static async start(): Promise<OpenAiDouble> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new OpenAiDouble(server);
  }

  private constructor(private readonly server: Server) {
    server.on('request', (req, res) => {
      let body = '';
      req.on('data', (chunk: Buffer) => {
        body += chunk.toString();
      });
      req.on('end', () => {
        this.received.push(body);
        if (!this.says) return;
        const { messages } = JSON.parse(body) as { messages: { role: string; content: string }[] };
        const asked = JSON.parse(messages.at(-1)?.content ?? '{}') as {
          message: string;
          candidates: { id: string }[];
          account: string;
        };
        const content = this.reads && asked.account !== undefined ? this.reads(asked) : this.says(asked);
        res.writeHead(this.status, { 'content-type': 'application/json' });
        res.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
      });
    });
  }

  get settings(): { endpoint: string; deployment: string; apiKey: string } {
    const { port } = this.server.address() as AddressInfo;
    return { endpoint: `http://127.0.0.1:${port}`, deployment: 'test', apiKey: 'none' };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
