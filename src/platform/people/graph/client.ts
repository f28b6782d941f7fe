/** Client of the parts of Microsoft Graph's REST API that the bot uses: time-outs, paging and throttling. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import type { Clock } from '../../clock.js';

/** A turn has about 4.5 s; a request to Graph gets less than half of that. */
const TIMEOUT_MS = 2_000;
/**
 * Waits for a Retry-After up to this. A longer one fails at once, as does every request until it has passed.
 */
const WAIT_AT_MOST_MS = 1_000;
/** The pause after a `throttled` or `unavailable` failure without a Retry-After. */
const PAUSE_MS = 30_000;
/** No list that this project reads is longer. */
const MAX_PAGES = 100;

/**
 * - `missing`: the resource does not exist (404).
 * - `exists`: it exists already (409).
 * - `forbidden`: the permission is not granted (401, 403).
 * - `throttled`: too many requests (429), now or a moment ago.
 * - `unavailable`: no response in time, 5xx, or a response that Graph does not document.
 * - `refused`: the request can never succeed as it is.
 */
export type GraphFailure = 'missing' | 'exists' | 'forbidden' | 'throttled' | 'unavailable' | 'refused';

export class GraphError extends Error {
  constructor(
    readonly failure: GraphFailure,
    options?: { cause?: unknown; status?: number },
  ) {
    super(failure, { cause: options?.cause });
    this.name = 'GraphError';
    this.code = failure;
    this.statusCode = options?.status;
  }

  readonly code: string;
  readonly statusCode?: number | undefined;
}

export interface GraphParts {
  /** Includes the version: `https://graph.microsoft.com/v1.0/`. */
  endpoint: string;
  token: () => Promise<string>;
  clock: Clock;
}

/** Every method throws GraphError. */
export class GraphClient {
  readonly #base: string;
  #closedUntil = 0;

  constructor(private readonly parts: GraphParts) {
    this.#base = parts.endpoint.endsWith('/') ? parts.endpoint : `${parts.endpoint}/`;
  }

  /** Returns a client with its own pauses: one service of Graph may be throttled while others answer. */
  apart(): GraphClient {
    return new GraphClient(this.parts);
  }

  /** Returns the absolute address of a resource, for bodies that link one resource to another. */
  address(path: string): string {
    return new URL(path, this.#base).href;
  }

  async get<T>(path: string, schema: z.ZodType<T>, headers: Record<string, string> = {}): Promise<T> {
    return this.#parse(await this.#request('GET', this.address(path), { headers }), schema);
  }

  /** Reads everything on a list, page by page. */
  async *list<T>(
    path: string,
    page: z.ZodType<{ value: T[]; next?: string | undefined }>,
  ): AsyncGenerator<T> {
    let url: string | undefined = this.address(path);
    for (let read = 0; url !== undefined && read < MAX_PAGES; read += 1) {
      // The link comes from the response, and the request carries our token.
      if (!url.startsWith(this.#base)) throw new GraphError('unavailable');
      const { value, next }: { value: T[]; next?: string | undefined } = await this.#parse(
        await this.#request('GET', url, {}),
        page,
      );
      yield* value;
      url = next;
    }
  }

  async post(path: string, body: unknown): Promise<void> {
    const response = await this.#request('POST', this.address(path), {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    await response.body?.cancel();
  }

  async #parse<T>(response: Response, schema: z.ZodType<T>): Promise<T> {
    try {
      return schema.parse(await response.json());
    } catch (error) {
      throw new GraphError('unavailable', { cause: error });
    }
  }

  async #request(method: string, url: string, init: RequestInit): Promise<Response> {
    const first = await this.#send(method, url, init);
    const wait = retryAfterOf(first, this.parts.clock);
    if (first.status !== 429 || wait === undefined || wait > WAIT_AT_MOST_MS) return this.#accept(first);
    await first.body?.cancel();
    await sleep(wait);
    return this.#accept(await this.#send(method, url, init));
  }

  async #send(method: string, url: string, init: RequestInit): Promise<Response> {
    if (this.parts.clock().getTime() < this.#closedUntil) throw new GraphError('throttled');
    try {
      const authorization = `Bearer ${await this.parts.token()}`;
      return await fetch(url, {
        ...init,
        method,
        headers: { ...init.headers, authorization },
        signal: AbortSignal.timeout(TIMEOUT_MS),
        redirect: 'error',
      });
    } catch (error) {
      this.#pause(PAUSE_MS);
      throw new GraphError('unavailable', { cause: error });
    }
  }

  async #accept(response: Response): Promise<Response> {
    if (response.ok) return response;
    await response.body?.cancel();
    const { status } = response;
    const failure = failureOf(status);
    if (failure === 'throttled' || failure === 'unavailable') {
      this.#pause(retryAfterOf(response, this.parts.clock) ?? PAUSE_MS);
    }
    throw new GraphError(failure, { status });
  }

  #pause(ms: number): void {
    this.#closedUntil = this.parts.clock().getTime() + ms;
  }
}

function failureOf(status: number): GraphFailure {
  if (status === 404) return 'missing';
  if (status === 409) return 'exists';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 429) return 'throttled';
  return status === 408 || status >= 500 ? 'unavailable' : 'refused';
}

/** `Retry-After` in milliseconds; the header holds seconds or a date. */
function retryAfterOf(response: Response, clock: Clock): number | undefined {
  const value = response.headers.get('retry-after');
  if (value === null) return undefined;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - clock().getTime();
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}
