import https from 'node:https';
import { rangesOf } from '../../src/platform/outside/addresses.js';
import type { LocalSettings } from '../../src/settings.js';
import { loopbackCertificate } from './certificate.js';
import { type Loopback, serve } from './loopback.js';

export interface Received {
  headers: Record<string, string>;
  body: string;
}

/** One for all: OpenSSL confuses two that have one name. */
const certificate = loopbackCertificate();
let open = 0;
/** Has this process trust the certificate while a receiver is open. */
function count(change: 1 | -1): void {
  open += change;
  https.globalAgent.options.ca = open > 0 ? certificate.cert : undefined;
}

/** Another system that takes webhooks, on the loopback over TLS. */
export class WebhookReceiver {
  readonly received: Received[] = [];
  /** What it answers. */
  status = 204;
  retryAfter: string | undefined;
  /** Takes the message and drops the connection, as if its answer got lost. */
  losesAnswers = false;
  readonly secret = Buffer.alloc(32, 7);
  #server: Loopback | undefined;

  static async start(): Promise<WebhookReceiver> {
    const receiver = new WebhookReceiver();
    count(1);
    receiver.#server = await serve(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      receiver.received.push({ headers: request.headers as Record<string, string>, body });
      if (receiver.losesAnswers) {
        request.socket.destroy();
        return;
      }
      response.writeHead(receiver.status, receiver.retryAfter ? { 'retry-after': receiver.retryAfter } : {});
      response.end();
    }, certificate);
    return receiver;
  }

  get url(): string {
    return `${this.#server?.url}/hook`;
  }

  /** How it stands in the settings. */
  target(changes: Partial<LocalSettings['webhooks'][number]> = {}): LocalSettings['webhooks'][number] {
    return {
      name: 'crm',
      url: this.url,
      secrets: [this.secret],
      events: ['case.reported', 'case.accepted', 'case.closed', 'case.handed-over'],
      topics: [],
      names: false,
      named: rangesOf(['127.0.0.0/8']),
      ...changes,
    };
  }

  async close(): Promise<void> {
    count(-1);
    await this.#server?.close();
  }
}
