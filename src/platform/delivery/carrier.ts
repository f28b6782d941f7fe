/** Carries out one row of an outbox: waits for its turn, claims it, runs its handler and stores the outcome. */
import { addMilliseconds, type Clock, randomId } from '../clock.js';
import { inRequest, type Logger } from '../log.js';
import { isFailure } from '../storage/errors.js';
import type { Operation, Row, TableName, Tables } from '../storage/tables.js';
import { DeliveryError } from './channel.js';
import { type OutboxItem, toRow } from './outbox.js';
import { pauseFor } from './pause.js';

/** A row that fails this often through its own fault is parked. */
const MAX_ATTEMPTS = 10;
/**
 * Failures that never park a row: an outage is not the row's fault, and an ambiguous delivery does not prove
 * that the person is unreachable.
 */
const WAITED_OUT: readonly string[] = ['unavailable', 'throttled', 'ambiguous'];
/** When to check a row that another instance has claimed. */
const LOOK_AGAIN_MS = 2_000;
const FIRST_BACKOFF_MS = 1_000;
const MAX_BACKOFF_MS = 300_000;
/** How often an outcome is stored again that storage did not take. */
const FIRST_STORING_PAUSE_MS = 200;
const MAX_STORING_PAUSE_MS = 5_000;

/**
 * Carries out an outbox row. Returns rows to store in the same partition, such as the place of a posted card.
 */
export type EffectHandler = (item: OutboxItem) => Promise<Row[]>;

/** The milliseconds until the next dispatch is useful; undefined when nothing is pending. */
export type DispatchResult = number | undefined;

/** Whether a row may be carried out now; `release` is called when that is done. */
export type Permit = { kind: 'now'; release: () => void } | { kind: 'later'; inMs: number };

export interface CarrierParts {
  tables: Tables;
  /** The table of the outbox: its rows `outbox:…` are in the partition that they belong to. */
  table: TableName;
  /** Handlers by kind of effect. They may themselves issue commands with effects. */
  handlers: Readonly<Record<string, EffectHandler>>;
  /** This instance, and whether others are alive that have claimed a row. */
  instances: { readonly me: string; isAlive(id: string): boolean };
  /** Waits until a row may be carried out; leaves it to another instance where that one has to do it. */
  permit: (item: OutboxItem) => Promise<Permit>;
  /** Tells another instance that it has claimed a row: storage may have taken a claim whose answer was lost. */
  leave: (to: string, partitionKey: string) => Promise<void>;
  /** Called before a row is given up; when it throws or the process dies, the row comes again. */
  onGivenUp?: ((item: OutboxItem) => Promise<void>) | undefined;
  clock: Clock;
  log: Logger;
}

export class RowCarrier {
  constructor(private readonly parts: CarrierParts) {}

  /** Returns the milliseconds until the row is worth another look; undefined when it is finished. */
  async carry(item: OutboxItem, etag: string): Promise<DispatchResult> {
    if (this.#isInOtherHands(item)) {
      await this.parts.leave(item.claimedBy, item.partitionKey);
      return LOOK_AGAIN_MS;
    }
    if (item.claimedBy === this.parts.instances.me) return this.#letGo(item, etag);
    const waitMs = this.#waitFor(item);
    if (waitMs > 0) return waitMs;
    const permit = await this.parts.permit(item);
    if (permit.kind === 'later') return permit.inMs;
    try {
      return await inRequest(item.request || randomId(), () => this.#attempt(item, etag));
    } finally {
      permit.release();
    }
  }

  /**
   * Gives up a claim of this instance of which nothing is under way: an answer of storage got lost. Meanwhile the row
   * may have become another one's to carry out.
   */
  async #letGo(item: OutboxItem, etag: string): Promise<DispatchResult> {
    const free = { ...item, claimedBy: '' };
    const current = await this.#claim(free, etag);
    return current === undefined ? LOOK_AGAIN_MS : this.carry(free, current);
  }

  /** A claim holds while its instance lives, whatever the clocks say. */
  #isInOtherHands({ claimedBy }: OutboxItem): boolean {
    const { instances } = this.parts;
    return claimedBy !== '' && claimedBy !== instances.me && instances.isAlive(claimedBy);
  }

  #waitFor({ claimedBy, notBefore, attempts, failure }: OutboxItem): number {
    if (claimedBy !== '') return 0;
    const waitMs = notBefore ? Date.parse(notBefore) - this.parts.clock().getTime() : 0;
    // Version 0.1 claims a row by a time.
    const isClaimedByTime = attempts > 0 && failure === '';
    return isClaimedByTime ? Math.min(waitMs, LOOK_AGAIN_MS) : waitMs;
  }

  async #attempt(item: OutboxItem, etag: string): Promise<DispatchResult> {
    const { handlers, instances, clock, log } = this.parts;
    const claimed: OutboxItem = {
      ...item,
      attempts: item.attempts + 1,
      failure: '',
      notBefore: '',
      claimedBy: instances.me,
    };
    const claim = await this.#claim(claimed, etag);
    if (claim === undefined) return LOOK_AGAIN_MS;
    let kept: Row[];
    try {
      const handler = handlers[item.kind];
      if (!handler) throw new TypeError(`no handler for ${item.kind}`);
      kept = await handler(claimed);
    } catch (error) {
      return this.#fail(claimed, claim, error);
    }
    const sentAt = clock().toISOString();
    log.info({ ...idsOf(item), kind: item.kind, attempts: claimed.attempts }, 'effect carried out');
    await this.#store({ ...claimed, status: 'sent', claimedBy: '', sentAt }, claim, kept);
    return undefined;
  }

  /** Stores who has a row. Returns its ETag; undefined when another instance was faster. */
  async #claim(item: OutboxItem, etag: string): Promise<string | undefined> {
    try {
      return await this.parts.tables.write(this.parts.table, { kind: 'replace', row: toRow(item), etag });
    } catch (error) {
      if (isFailure(error, 'stale')) return undefined;
      throw error;
    }
  }

  async #fail(item: OutboxItem, claim: string, error: unknown): Promise<DispatchResult> {
    const failure = failureOf(error);
    const ids = { ...idsOf(item), failure };
    const final =
      failure === 'unreachable' ||
      failure === 'refused' ||
      (item.attempts >= MAX_ATTEMPTS && !WAITED_OUT.includes(failure));
    const inDoubt = failure === 'ambiguous' && !item.urgent;
    const released = { ...item, claimedBy: '', failure };
    if (inDoubt || (final && (await this.#isReported(item)))) {
      this.parts.log.error({ ...ids, err: error }, inDoubt ? 'delivery in doubt' : 'delivery given up');
      await this.#store({ ...released, status: inDoubt ? 'unknown' : 'parked' }, claim);
      return undefined;
    }
    const backoff = Math.min(FIRST_BACKOFF_MS * 2 ** (item.attempts - 1), MAX_BACKOFF_MS);
    const waitMs = Math.max(backoff, (error instanceof DeliveryError && error.retryAfterMs) || 0);
    this.parts.log.warn({ ...ids, attempts: item.attempts, waitMs, err: error }, 'delivery put off');
    const notBefore = addMilliseconds(this.parts.clock(), waitMs).toISOString();
    await this.#store({ ...released, notBefore }, claim);
    return waitMs;
  }

  /** Reports a row that is to be given up. When that fails, the row stays pending and comes again. */
  async #isReported(item: OutboxItem): Promise<boolean> {
    try {
      await this.parts.onGivenUp?.(item);
      return true;
    } catch (error) {
      this.parts.log.error({ ...idsOf(item), err: error }, 'nobody could be told of a delivery given up');
      return false;
    }
  }

  /**
   * Retries storing the outcome until storage takes it: a sent message stays sent. Other instances wait while this
   * one lives. Changes nothing when another instance has taken over the row.
   */
  async #store(item: OutboxItem, etag: string, kept: readonly Row[] = []): Promise<void> {
    const operations: Operation[] = [
      { kind: 'replace', row: toRow(item), etag },
      ...kept.map((row): Operation => ({ kind: 'upsert', row })),
    ];
    for (let pauseMs = FIRST_STORING_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, MAX_STORING_PAUSE_MS)) {
      try {
        await this.parts.tables.commit(this.parts.table, operations);
        return;
      } catch (error) {
        // The answer to an earlier try may have been lost; then this one finds its own row.
        if (isFailure(error, 'stale')) return;
        if (!isFailure(error, 'unavailable') && kept.length > 0) {
          this.parts.log.error({ ...idsOf(item), err: error }, 'rows of an effect were not stored');
          return this.#store(item, etag);
        }
        if (!isFailure(error, 'unavailable')) throw error;
        this.parts.log.warn({ ...idsOf(item), err: error }, 'an outcome is not stored yet');
        await pauseFor(pauseMs);
      }
    }
  }
}

const idsOf = ({ partitionKey, rowKey }: OutboxItem) => ({ case: partitionKey, row: rowKey });

/** Treats unavailable storage like an outage of the channel. */
function failureOf(error: unknown): string {
  if (error instanceof DeliveryError) return error.failure;
  return isFailure(error, 'unavailable') ? 'unavailable' : 'unexpected';
}
