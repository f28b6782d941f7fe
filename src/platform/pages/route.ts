/** HTTP without the framework; only `web/server.ts` knows it. */

export interface HttpRequest {
  /** New for each request; sent back as X-Request-Id and written in every log line. */
  id: string;
  /** The client's address, if the proxies in front are trusted. */
  address: string;
  /** The named parameters of the path. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** The parsed JSON or form; undefined when there is none. */
  body: unknown;
  header(name: string): string;
  /** Reads the raw body when it is not JSON; undefined when it is larger than `maxBytes`. */
  read(maxBytes: number): Promise<Buffer | undefined>;
}

export type HttpResponse =
  | { status: number; json?: unknown; headers?: Readonly<Record<string, string>> }
  | { status: number; content: string | Buffer; type: string; headers?: Readonly<Record<string, string>> }
  /**
   * Server-sent events: `open` receives the function to send with, and returns the function to call on
   * disconnect.
   */
  | { open: (send: (event: unknown) => void) => () => void };

export interface HttpRoute {
  method: 'get' | 'post' | 'put' | 'del';
  /** Parameters have the form `:name`. */
  path: string;
  handle: (request: HttpRequest) => Promise<HttpResponse>;
}
