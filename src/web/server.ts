import type { AddressInfo } from 'node:net';
import restify from 'restify';
import type { Logger } from '../log.js';
import type { HttpRequest, HttpResponse, HttpRoute } from './route.js';

/** Bodies above this are refused before they are read: Teams sends no more than 100 KB in a message. */
const MAX_BODY_BYTES = 262_144;
// The parser hands its options on to the reader, which knows `maxBodySize`; its type leaves that out.
const JSON_BODY = { mapParams: false, maxBodySize: MAX_BODY_BYTES };
const FORM = 'application/x-www-form-urlencoded';
/** A client that does not finish its request by then is cut off. */
const REQUEST_TIMEOUT_MS = 15_000;
/** What is under way when the process ends has so long. */
const CLOSE_WITHIN_MS = 5_000;
/** Keeps a stream of events alive through proxies. */
const HEARTBEAT_MS = 15_000;

const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
};

/** The framework's own answers, which are all errors, say no more than their status. */
const SILENT = Object.fromEntries(
  ['application/json', 'text/plain', 'application/octet-stream', '*/*'].map((type) => [type, () => '']),
);

/** The HTTP server. */
export class WebServer {
  readonly #server: restify.Server;
  readonly #streams = new Set<() => void>();
  #closing = false;

  constructor(
    routes: readonly HttpRoute[],
    private readonly log: Logger,
    /** Whether a proxy of ours stands in front, which adds the client's address to `X-Forwarded-For`. */
    private readonly isBehindProxy = false,
  ) {
    this.#server = restify.createServer({ name: 'humanizacion', formatters: SILENT });
    this.#server.server.requestTimeout = REQUEST_TIMEOUT_MS;
    this.#server.use(restify.plugins.queryParser({ mapParams: false }));
    this.#server.use(refuseCompressed);
    this.#server.use(restify.plugins.jsonBodyParser(JSON_BODY));
    for (const route of routes) this.#mount(route);
  }

  /** Listens, and says on which port. */
  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => resolve((this.#server.server.address() as AddressInfo).port));
    });
  }

  /** Takes no more requests, ends the streams, and waits a little for what is under way. */
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
      try {
        const response = await route.handle(toRequest(req, this.isBehindProxy));
        // A client may ask for its stream again on a connection that is still open.
        if ('open' in response && this.#closing) write(res, { status: 503 });
        else if ('open' in response) this.#stream(res, response.open);
        else write(res, response);
      } catch (error) {
        this.log.error({ err: error, path: route.path }, 'request failed');
        write(res, { status: 500 });
      }
    });
  }

  #stream(res: restify.Response, open: (send: (event: unknown) => void) => () => void): void {
    res.writeHead(200, { ...HEADERS, 'Content-Type': 'text/event-stream', Connection: 'keep-alive' });
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

/** A compressed body can be a thousand times what its size says; Teams sends none. */
function refuseCompressed(req: restify.Request, res: restify.Response, next: restify.Next): void {
  const isPlain = req.header('content-encoding') === undefined;
  if (!isPlain) write(res, { status: 415 });
  next(isPlain ? undefined : false);
}

function toRequest(req: restify.Request, isBehindProxy: boolean): HttpRequest {
  return {
    params: req.params as Record<string, string>,
    query: new URLSearchParams(req.getQuery()),
    body: req.getContentType() === FORM ? fieldsOf(req.body) : (req.body as unknown),
    header: (name) => req.header(name) ?? '',
    address: (isBehindProxy && forwardedFor(req)) || (req.socket.remoteAddress ?? ''),
  };
}

/** The last entry is the one that our own proxy wrote; what stands before it, anybody can. */
function forwardedFor(req: restify.Request): string {
  const last = (req.header('x-forwarded-for') ?? '').split(',').at(-1)?.trim() ?? '';
  // Azure writes the port behind it.
  return last.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1').replace(/^\[(.+)\](:\d+)?$/, '$1');
}

function fieldsOf(body: unknown): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(typeof body === 'string' ? body : ''));
}

function write(res: restify.Response, response: Exclude<HttpResponse, { open: unknown }>): void {
  if ('content' in response) {
    res.writeHead(response.status, { ...HEADERS, 'Content-Type': response.type, ...response.headers });
    res.end(response.content);
    return;
  }
  const json = response.json === undefined ? '' : JSON.stringify(response.json);
  res.writeHead(response.status, { ...HEADERS, ...(json && { 'Content-Type': 'application/json' }) });
  res.end(json);
}
