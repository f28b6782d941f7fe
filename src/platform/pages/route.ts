/** HTTP as the rest of the house sees it; only `web/server.ts` knows the framework. */

export interface HttpRequest {
  /** Made anew for each request; stands in the answer (X-Request-Id) and in every line of the log. */
  id: string;
  /** Of the client, as far as the proxies in front are trusted. */
  address: string;
  /** Named parts of the path. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** The parsed JSON or form; undefined where there is none. */
  body: unknown;
  header(name: string): string;
  /** The body as it came, where it is no JSON; undefined where it is longer. */
  read(maxBytes: number): Promise<Buffer | undefined>;
}

export type HttpResponse =
  | { status: number; json?: unknown; headers?: Readonly<Record<string, string>> }
  | { status: number; content: string | Buffer; type: string; headers?: Readonly<Record<string, string>> }
  /** Server-sent events: `open` is given the way to send, and returns what to do when the client goes. */
  | { open: (send: (event: unknown) => void) => () => void };

export interface HttpRoute {
  method: 'get' | 'post' | 'put' | 'del';
  /** Parts in the form `:name`. */
  path: string;
  handle: (request: HttpRequest) => Promise<HttpResponse>;
}
