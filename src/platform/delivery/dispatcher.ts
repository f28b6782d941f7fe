import type { Clock } from '../clock.js';
import { addMilliseconds } from '../clock.js';
import type { Logger } from '../log.js';
import { isFailure } from '../storage/errors.js';
import { type Row, rowsOf, type TableName, type Tables } from '../storage/tables.js';
import { DeliveryError } from './channel.js';
import { fromOutboxRow, OUTBOX_PREFIX, type OutboxItem, toRow } from './outbox.js';

/** A row that fails this often through its own fault is parked. */
const MAX_ATTEMPTS = 10;
/**
 * Failures that never park a row: an outage is not the row's fault, and an ambiguous delivery does not prove
 * that the person is unreachable.
 */
const WAITED_OUT: readonly string[] = ['unavailable', 'throttled', 'ambiguous'];
/** The lease of a dispatcher on a row; longer than any single delivery takes. */
const CLAIM_MS = 30_000;
/** When to check a row that another dispatcher has claimed. */
const LOOK_AGAIN_MS = 2_000;
const FIRST_BACKOFF_MS = 1_000;
const MAX_BACKOFF_MS = 300_000;
/**
 * Sent rows are kept this long, for questions about deliveries; every dispatch reads the rows that are kept.
 */
const KEPT_MS = 7 * 24 * 3_600_000;
/**
 * Old rows are deleted in one transaction of 100 operations, the limit of the service; a smaller batch is not
 * worth a transaction.
 */
const TAKEN_AWAY = 100;

/**
 * Carries out an outbox row. Returns rows to store in the same partition, such as the place of a posted card.
 */
export type EffectHandler = (item: OutboxItem) => Promise<Row[]>;

/** The milliseconds until the next dispatch is useful; undefined when nothing is pending. */
export type DispatchResult = number | undefined;

export interface DispatcherParts {
  tables: Tables;
  /** The table of the outbox: its rows `outbox:…` are in the partition that they belong to. */
  table: TableName;
  /** Handlers by kind of effect. They may themselves issue commands with effects. */
  handlers: Readonly<Record<string, EffectHandler>>;
  /** Called before a row is given up; when it throws, the row stays pending and comes again. */
  onGivenUp?: (item: OutboxItem) => Promise<void>;
  clock: Clock;
  log: Logger;
}

/** Carries out the outbox rows of one partition. Several dispatchers may work on the same partition. */
export class Dispatcher {
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(private readonly parts: DispatcherParts) {}

  /**
   * Carries out the due rows of a partition, in order for each person. Calls for the same partition run one
   * after another, so that the second sees the results of the first instead of its claims.
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

  /**
   * When this fails, for instance because another dispatcher was faster, the next dispatch deletes the rest.
   */
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

  /** Returns the milliseconds until the row is worth another look; undefined when it is finished. */
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
      // Before the row is finished: if this call fails or the process dies, the row comes again.
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

/** Treats unavailable storage like an outage of the channel. */
function failureOf(error: unknown): string {
  if (error instanceof DeliveryError) return error.failure;
  return isFailure(error, 'unavailable') ? 'unavailable' : 'unexpected';
}

/** A claim without a failure: another dispatcher is working on the row, or died while doing so. */
function isInOtherHands(item: OutboxItem): boolean {
  return item.attempts > 0 && item.failure === '';
}
