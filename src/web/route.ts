/** HTTP as the rest of the house sees it; only `web/server.ts` knows the framework. */

export interface HttpRequest {
  /** Named parts of the path. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** The parsed JSON or form; undefined where there is none. */
  body: unknown;
  header(name: string): string;
  /** Of the client, as far as it is known. */
  address: string;
}

export type HttpResponse =
  | { status: number; json?: unknown }
  | { status: number; content: string | Buffer; type: string; headers?: Record<string, string> }
  /** Server-sent events: `open` is given the way to send, and returns what to do when the client goes. */
  | { open: (send: (event: unknown) => void) => () => void };

export interface HttpRoute {
  method: 'get' | 'post' | 'put' | 'del';
  /** Parts in the form `:name`. */
  path: string;
  handle: (request: HttpRequest) => Promise<HttpResponse>;
}
