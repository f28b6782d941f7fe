import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A deployment of Azure OpenAI on the loopback, that says what the test wants. */
export class OpenAiDouble {
  /** The message content of the answer; undefined: no answer ever. */
  says: ((asked: { question: string; sections: { id: string }[] }) => string) | undefined = () => '{}';
  /** What it says to a narrative, where it is something else. */
  reads: ((asked: { account: string }) => string) | undefined;
  status = 200;
  /** The bodies that came in, whole. */
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
          question: string;
          sections: { id: string }[];
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
