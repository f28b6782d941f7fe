/** Requests over connections that stay open: `fetch` costs several times as much for each of them. */
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';

/** A request without a whole response after this time counts as lost. */
const TIMEOUT_MS = 10_000;
/** Servers close a connection that nothing comes over, at the earliest after 5 s; ours is closed before. */
const IDLE_MS = 4_000;
/** More would wait for one another at the other end. */
const MOST_AT_ONCE = 128;
/** No response that we read is near this size: a page of members has 500. */
const MOST_CHARACTERS = 5_000_000;

const OPTIONS = { keepAlive: true, maxSockets: MOST_AT_ONCE, timeout: IDLE_MS };

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A response, read to its end so that its connection is free again. */
export interface Answered {
  status: number;
  retryAfter: string | undefined;
  text: string;
}

/** A request to Teams. */
export interface Outgoing {
  method: Method;
  headers: Record<string, string>;
  /** Empty for none. */
  body: string;
}

/**
 * Sends a request once, and follows no redirect: what we send carries our credentials.
 * @throws Error of the network, with its code; also when the time is over.
 */
export type Send = (url: URL, request: Outgoing) => Promise<Answered>;

export class Connections {
  readonly #http = new HttpAgent(OPTIONS);
  readonly #https = new HttpsAgent(OPTIONS);

  readonly send: Send = (url, { method, headers, body }) => {
    const isPlain = url.protocol === 'http:';
    return new Promise((resolve, reject) => {
      const request = (isPlain ? requestHttp : requestHttps)(url, {
        agent: isPlain ? this.#http : this.#https,
        method,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      });
      const late = setTimeout(() => request.destroy(new Error('no response in time')), TIMEOUT_MS);
      request.once('close', () => clearTimeout(late));
      request.once('error', reject);
      request.once('response', (response) => read(response).then(resolve, reject));
      request.end(body);
    });
  };
}

async function read(response: IncomingMessage): Promise<Answered> {
  const { statusCode: status = 0, headers } = response;
  let text = '';
  response.setEncoding('utf8');
  try {
    for await (const piece of response) {
      text += piece;
      if (text.length > MOST_CHARACTERS) throw new Error('too much');
    }
  } catch {
    // What was asked for is decided by the status; without its text, the response has the wrong shape.
    text = '';
  }
  return { status, retryAfter: headers['retry-after'], text };
}
