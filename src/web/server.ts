import type { AddressInfo } from 'node:net';
import restify from 'restify';
import { randomId } from '../platform/clock.js';
import { inRequest, type Logger } from '../platform/log.js';
import { contentPolicy } from '../platform/pages/content-policy.js';
import type { HttpRequest, HttpResponse, HttpRoute } from '../platform/pages/route.js';
import { clientAddress } from './address.js';

/** Larger bodies are refused before they are read: Teams sends at most 100 KB in a message. */
const MAX_BODY_BYTES = 262_144;
// The parser passes its options on to the reader, which knows `maxBodySize`; the parser's type omits it.
const JSON_BODY = { mapParams: false, maxBodySize: MAX_BODY_BYTES };
const FORM = 'application/x-www-form-urlencoded';
/** A client that does not finish its request in this time is disconnected. */
const REQUEST_TIMEOUT_MS = 15_000;
/** The time limit for the headers; Node checks every 30 s. */
const HEADERS_TIMEOUT_MS = 10_000;
/** The time that requests in progress get when the process ends. */
const CLOSE_WITHIN_MS = 5_000;
/** Keeps event streams alive through proxies. */
const HEARTBEAT_MS = 15_000;

/** Sent with every response; the page that Teams frames has its own policy. */
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Content-Security-Policy': contentPolicy(),
};
/** Behind TLS: browsers use HTTPS for a year, even for http links. */
const TLS_HEADERS = { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' };

/** The framework's own responses are all errors; they show only their status. */
const SILENT = Object.fromEntries(
  ['application/json', 'text/plain', 'application/octet-stream', '*/*'].map((type) => [type, () => '']),
);

export interface WebOptions {
  /** The number of proxies in front that append to X-Forwarded-For; 0 ignores the header. */
  trustedProxies: number;
  /** Tells whether clients reach it over TLS. */
  isBehindTls: boolean;
  requestTimeoutMs?: number;
}

export class WebServer {
  readonly #server: restify.Server;
  readonly #streams = new Set<() => void>();
  #draining = false;
  #closing = false;

  constructor(
    routes: readonly HttpRoute[],
    private readonly log: Logger,
    private readonly options: WebOptions = { trustedProxies: 0, isBehindTls: false },
  ) {
    this.#server = restify.createServer({ name: '', formatters: SILENT });
    const requestTimeoutMs = options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS;
    this.#server.server.requestTimeout = requestTimeoutMs;
    this.#server.server.headersTimeout = HEADERS_TIMEOUT_MS;
    this.#server.pre((req, res, next) => {
      this.#begin(res);
      cutOffLate(req, requestTimeoutMs);
      next();
    });
    this.#server.use(restify.plugins.queryParser({ mapParams: false }));
    this.#server.use(refuseCompressed);
    this.#server.use(restify.plugins.jsonBodyParser(JSON_BODY));
    for (const route of routes) this.#mount(route);
  }

  /** Starts to listen and returns the port. */
  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => resolve((this.#server.server.address() as AddressInfo).port));
    });
  }

  /** From now on, clients are asked to open no more requests on their connections. */
  drain(): void {
    this.#draining = true;
  }

  /** Refuses new requests, ends the streams, and waits a little for requests in progress. */
  async close(): Promise<void> {
    this.#closing = true;
    for (const end of this.#streams) end();
    const late = setTimeout(() => this.#server.server.closeAllConnections(), CLOSE_WITHIN_MS);
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.server.closeIdleConnections();
    });
    clearTimeout(late);
  }

  #mount(route: HttpRoute): void {
    this.#server[route.method](route.path, async (req: restify.Request, res: restify.Response) => {
      const request = this.#toRequest(req, res);
      await inRequest(request.id, () => this.#answer(route, request, res));
    });
  }

  async #answer(route: HttpRoute, request: HttpRequest, res: restify.Response): Promise<void> {
    try {
      const response = await route.handle(request);
      // A client may request its stream again on a connection that is still open.
      if ('open' in response && this.#closing) write(res, { status: 503 });
      else if ('open' in response) this.#stream(res, response.open);
      else write(res, response);
    } catch (error) {
      this.log.error({ err: error, path: route.path }, 'request failed');
      write(res, { status: 500 });
    }
  }

  /** Sets the headers of every response, also of the framework's own. */
  #begin(res: restify.Response): void {
    const id = randomId();
    const headers = {
      ...HEADERS,
      ...(this.options.isBehindTls && TLS_HEADERS),
      ...(this.#draining && { Connection: 'close' }),
      'X-Request-Id': id,
    };
    for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  }

  #toRequest(req: restify.Request, res: restify.Response): HttpRequest {
    const { remoteAddress = '' } = req.socket;
    return {
      id: String(res.getHeader('X-Request-Id')),
      address: clientAddress(remoteAddress, req.header('x-forwarded-for', ''), this.options.trustedProxies),
      params: req.params as Record<string, string>,
      query: new URLSearchParams(req.getQuery()),
      body: req.getContentType() === FORM ? fieldsOf(req.body) : (req.body as unknown),
      header: (name) => req.header(name) ?? '',
      read: (maxBytes) => readBody(req, maxBytes),
    };
  }

  #stream(res: restify.Response, open: (send: (event: unknown) => void) => () => void): void {
    res.writeHead(200, { 'Content-Type': 'text/event-stream', Connection: 'keep-alive' });
    const close = open((event) => res.write(`data: ${JSON.stringify(event)}\n\n`));
    const heartbeat = setInterval(() => res.write(': \n\n'), HEARTBEAT_MS);
    const end = () => {
      if (!this.#streams.delete(end)) return;
      clearInterval(heartbeat);
      close();
      res.end();
    };
    this.#streams.add(end);
    res.on('close', end);
  }
}

/** A compressed body can be a thousand times as large as its stated size; Teams sends none. */
function refuseCompressed(req: restify.Request, res: restify.Response, next: restify.Next): void {
  const isPlain = req.header('content-encoding') === undefined;
  if (!isPlain) write(res, { status: 415 });
  next(isPlain ? undefined : false);
}

/**
 * Disconnects a client that sends its body so slowly that it would hold the connection open for as long as it
 * likes. Affects only requests that are still being received: a request without a body never emits `end`, and
 * its response may be a stream.
 */
function cutOffLate(req: restify.Request, ms: number): void {
  const late = setTimeout(() => {
    if (!req.complete) req.socket.destroy();
  }, ms);
  req.once('end', () => clearTimeout(late));
  req.once('close', () => clearTimeout(late));
}

/** Returns the fields of a form that a page sends without a script. */
function fieldsOf(body: unknown): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(typeof body === 'string' ? body : ''));
}

async function readBody(req: restify.Request, maxBytes: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of req as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > maxBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function write(res: restify.Response, response: Exclude<HttpResponse, { open: unknown }>): void {
  if ('content' in response) {
    res.writeHead(response.status, { ...response.headers, 'Content-Type': response.type });
    res.end(response.content);
    return;
  }
  const json = response.json === undefined ? '' : JSON.stringify(response.json);
  res.writeHead(response.status, {
    ...response.headers,
    ...(json && { 'Content-Type': 'application/json' }),
  });
  res.end(json);
}
