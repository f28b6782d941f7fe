/** Microsoft Graph's REST interface, as far as it is asked: with time-outs, paging and the limits it sets. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import type { Clock } from '../../clock.js';

/** A turn has some 4.5 s to answer in; a request to Graph gets less than half of them. */
const TIMEOUT_MS = 2_000;
/** A Retry-After up to this is waited for; a longer one fails at once, and so does whatever comes before it is over. */
const WAIT_AT_MOST_MS = 1_000;
/** Without a Retry-After, and after a refusal of the permission, Graph is left alone for so long. */
const PAUSE_MS = 30_000;
/** No list that this project reads is longer. */
const MAX_PAGES = 100;

/**
 * - `missing`: there is no such thing (404).
 * - `exists`: it is there already (409).
 * - `forbidden`: the permission is not granted (401, 403).
 * - `throttled`: too many requests (429), now or a moment ago.
 * - `unavailable`: no answer in time, 5xx, or an answer that is not what Graph documents.
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
  readonly statusCode?: number;
}

export interface GraphParts {
  /** With the version: `https://graph.microsoft.com/v1.0/`. */
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

  /** The same Graph with pauses of its own: one service of it may be at its limit while the others answer. */
  apart(): GraphClient {
    return new GraphClient(this.parts);
  }

  /** The address of something in Graph, as bodies that bind things to each other want it. */
  address(path: string): string {
    return new URL(path, this.#base).href;
  }

  async get<T>(path: string, schema: z.ZodType<T>, headers: Record<string, string> = {}): Promise<T> {
    return this.#parse(await this.#request('GET', this.address(path), { headers }), schema);
  }

  /** Everything on a list, page by page. */
  async *list<T>(path: string, page: z.ZodType<{ value: T[]; next?: string }>): AsyncGenerator<T> {
    let url: string | undefined = this.address(path);
    for (let read = 0; url !== undefined && read < MAX_PAGES; read += 1) {
      // The link comes from the answer, and the request carries our token.
      if (!url.startsWith(this.#base)) throw new GraphError('unavailable');
      const { value, next }: { value: T[]; next?: string } = await this.#parse(
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
