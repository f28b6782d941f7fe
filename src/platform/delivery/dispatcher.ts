import type { Clock } from '../clock.js';
import { addMilliseconds } from '../clock.js';
import type { Logger } from '../log.js';
import { isFailure } from '../storage/errors.js';
import { type Row, rowsOf, type TableName, type Tables } from '../storage/tables.js';
import { DeliveryError } from './channel.js';
import { fromOutboxRow, OUTBOX_PREFIX, type OutboxItem, toRow } from './outbox.js';

/** A row that fails so often for a reason of its own is parked. */
const MAX_ATTEMPTS = 10;
/** An outage of the channel says nothing about the row, and no doubt says that a person cannot be reached. */
const WAITED_OUT: readonly string[] = ['unavailable', 'throttled', 'ambiguous'];
/** How long a dispatcher has a row to itself; longer than any single delivery takes. */
const CLAIM_MS = 30_000;
/** When to see what became of a row that another dispatcher has in hand. */
const LOOK_AGAIN_MS = 2_000;
const FIRST_BACKOFF_MS = 1_000;
const MAX_BACKOFF_MS = 300_000;
/** A row that was sent is kept so long for whoever asks what became of it; each dispatch reads what is kept. */
const KEPT_MS = 7 * 24 * 3_600_000;
/** Taken away in one transaction, of which the service takes a hundred operations; fewer are not worth one. */
const TAKEN_AWAY = 100;

/** Does what an outbox row asks for. Returns rows to keep in the same partition, as where a message went. */
export type EffectHandler = (item: OutboxItem) => Promise<Row[]>;

/** In how many milliseconds it is worth looking again; undefined when nothing is left to be done. */
export type DispatchResult = number | undefined;

export interface DispatcherParts {
  tables: Tables;
  /** Where the outbox is: rows `outbox:…` beside what they are about. */
  table: TableName;
  /** Who does what, by the kind of effect. They may themselves give commands that are dispatched. */
  handlers: Readonly<Record<string, EffectHandler>>;
  /** Told of a row that is given up; what it throws puts that off. */
  onGivenUp?: (item: OutboxItem) => Promise<void>;
  clock: Clock;
  log: Logger;
}

/** Carries out the outbox rows of one partition. Any number of dispatchers may be at work on the same one. */
export class Dispatcher {
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(private readonly parts: DispatcherParts) {}

  /**
   * Does what is due in a partition, in order for each person. Calls for the same partition follow one
   * another, so that the second finds what the first has done and not what it has in hand.
   */
  async dispatch(partitionKey: string): Promise<DispatchResult> {
    const before = this.#underWay.get(partitionKey) ?? Promise.resolve();
    const dispatching = before.then(() => this.#dispatch(partitionKey));
    const settled = dispatching.then(
      () => undefined,
      () => undefined,
    );
    this.#underWay.set(partitionKey, settled);
    try {
      return await dispatching;
    } finally {
      if (this.#underWay.get(partitionKey) === settled) this.#underWay.delete(partitionKey);
    }
  }

  async #dispatch(partitionKey: string): Promise<DispatchResult> {
    const waiting = new Map<string, number>();
    const old: string[] = [];
    const sentBefore = addMilliseconds(this.parts.clock(), -KEPT_MS).toISOString();
    for await (const stored of rowsOf(this.parts.tables, this.parts.table, partitionKey, OUTBOX_PREFIX)) {
      const { item, etag } = fromOutboxRow(stored);
      if (item.status === 'sent' && item.sentAt < sentBefore) old.push(item.rowKey);
      if (item.status !== 'pending' || waiting.has(item.target)) continue;
      const retryInMs = await this.#attempt(item, etag);
      if (retryInMs !== undefined) waiting.set(item.target, retryInMs);
    }
    if (old.length >= TAKEN_AWAY) await this.#takeAway(partitionKey, old.slice(0, TAKEN_AWAY));
    return waiting.size === 0 ? undefined : Math.min(...waiting.values());
  }

  /** Where it fails, as when another dispatcher was faster, the next dispatch finds what is left. */
  async #takeAway(partitionKey: string, rowKeys: readonly string[]): Promise<void> {
    try {
      await this.parts.tables.commit(
        this.parts.table,
        rowKeys.map((rowKey) => ({ kind: 'delete', partitionKey, rowKey })),
      );
    } catch (error) {
      this.parts.log.warn({ case: partitionKey, err: error }, 'old rows of the outbox were not taken away');
    }
  }

  /** Returns in how many milliseconds the row is worth another look; undefined when it is done with. */
  async #attempt(item: OutboxItem, etag: string): Promise<number | undefined> {
    const now = this.parts.clock();
    const wait = item.notBefore ? Date.parse(item.notBefore) - now.getTime() : 0;
    if (wait > 0) return isInOtherHands(item) ? Math.min(wait, LOOK_AGAIN_MS) : wait;
    const claimed: OutboxItem = {
      ...item,
      attempts: item.attempts + 1,
      failure: '',
      notBefore: addMilliseconds(now, CLAIM_MS).toISOString(),
    };
    try {
      await this.parts.tables.write(this.parts.table, { kind: 'replace', row: toRow(claimed), etag });
    } catch (error) {
      if (isFailure(error, 'stale')) return LOOK_AGAIN_MS;
      throw error;
    }
    try {
      const handler = this.parts.handlers[item.kind];
      if (!handler) throw new DeliveryError('refused');
      const kept = await handler(claimed);
      const sentAt = this.parts.clock().toISOString();
      await this.#finish({ ...claimed, status: 'sent', notBefore: '', failure: '', sentAt }, kept);
      return undefined;
    } catch (error) {
      return this.#fail(claimed, error);
    }
  }

  async #fail(item: OutboxItem, error: unknown): Promise<number | undefined> {
    const failure = failureOf(error);
    const ids = { case: item.partitionKey, row: item.rowKey, failure };
    const final =
      failure === 'unreachable' ||
      failure === 'refused' ||
      (item.attempts >= MAX_ATTEMPTS && !WAITED_OUT.includes(failure));
    const inDoubt = failure === 'ambiguous' && !item.urgent;
    if (final || inDoubt) {
      this.parts.log.error({ ...ids, err: error }, inDoubt ? 'delivery in doubt' : 'delivery given up');
      // Before the row is done with: should this fail or the process die, the row comes again.
      if (final) await this.parts.onGivenUp?.(item);
      await this.#finish({ ...item, status: inDoubt ? 'unknown' : 'parked', notBefore: '', failure }, []);
      return undefined;
    }
    const backoff = Math.min(FIRST_BACKOFF_MS * 2 ** (item.attempts - 1), MAX_BACKOFF_MS);
    const waitMs = Math.max(backoff, (error instanceof DeliveryError && error.retryAfterMs) || 0);
    this.parts.log.warn({ ...ids, attempts: item.attempts, waitMs, err: error }, 'delivery put off');
    await this.#finish(
      { ...item, notBefore: addMilliseconds(this.parts.clock(), waitMs).toISOString(), failure },
      [],
    );
    return waitMs;
  }

  async #finish(item: OutboxItem, kept: readonly Row[]): Promise<void> {
    await this.parts.tables.commit(this.parts.table, [
      { kind: 'upsert', row: toRow(item) },
      ...kept.map((row) => ({ kind: 'upsert' as const, row })),
    ]);
  }
}

/** Storage that cannot be reached is an outage as the channel's is. */
function failureOf(error: unknown): string {
  if (error instanceof DeliveryError) return error.failure;
  return isFailure(error, 'unavailable') ? 'unavailable' : 'unexpected';
}

/** Claimed and not yet failed: somebody is at it, or died over it. */
function isInOtherHands(item: OutboxItem): boolean {
  return item.attempts > 0 && item.failure === '';
}
