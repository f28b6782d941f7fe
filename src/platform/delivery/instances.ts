/**
 * The instances of the bot that are alive: a row for each in the table `Instances`, rewritten every few seconds. Their
 * times are those of storage, so clocks that differ do no harm. Each conversation belongs to one instance, which alone
 * writes notices into it; a claim on a row of the outbox holds while its instance lives.
 */
import { createHash } from 'node:crypto';
import type { NewId } from '../clock.js';
import type { Logger } from '../log.js';
import { type Operation, rowsOf, type StoredRow, type Tables } from '../storage/tables.js';
import { pauseFor } from './pause.js';
import type { DeliveryTimes } from './times.js';

const LIVE = 'live';
/** Teams' longest short window; after it, nothing that another instance sent counts any more. */
const SETTLED_MS = 30_000;
/** Rows of instances that have been gone for this many lives are deleted. */
const LIVES_KEPT = 100;

/**
 * An instance's part in a conversation.
 * - `alone`: no other instance is alive.
 * - `owner`: this one sends the notices beside `guests` that only reply; `guest`: another one does, and `of` only reply.
 */
export type Share = { kind: 'alone' } | { kind: 'owner'; guests: number } | { kind: 'guest'; of: number };

export interface InstanceParts {
  tables: Tables;
  newId: NewId;
  log: Logger;
  times: Pick<DeliveryTimes, 'heartbeatMs' | 'lifeMs'>;
}

export class Instances {
  readonly me: string;
  #state: 'unseen' | 'joined' | 'left' = 'unseen';
  #alive: readonly string[];
  #gone: ReadonlySet<string> = new Set();
  /** Since when this one knows of instances that it has not seen yet. */
  readonly #met = new Map<string, number>();
  /** Instances alive before the last change, while their messages still count. */
  #before: { alive: readonly string[]; until: number } = { alive: [], until: 0 };
  /** After a pause, until the others reckon with this one again. */
  #silentUntil = 0;
  /** The beginning of the last sign of life that was stored, by `performance.now()`. */
  #seenAt = 0;
  #stopping = new AbortController();
  #beating: Promise<void> = Promise.resolve();

  constructor(private readonly parts: InstanceParts) {
    this.me = parts.newId();
    this.#alive = [this.me];
  }

  /** How many are alive. */
  get count(): number {
    return this.#alive.length;
  }

  /** False while the others may believe that this one is gone: then it must not send notices. */
  get isCurrent(): boolean {
    if (this.#state !== 'joined') return this.#state === 'unseen';
    const now = performance.now();
    return now - this.#seenAt < 0.8 * this.parts.times.lifeMs && now >= this.#silentUntil;
  }

  /** Assumes an unseen instance is alive for one lifetime: it may have just started. */
  isAlive(id: string): boolean {
    if (this.#state === 'unseen' || this.#alive.includes(id)) return true;
    if (this.#gone.has(id)) return false;
    const metAt = this.#met.get(id) ?? performance.now();
    this.#met.set(id, metAt);
    return performance.now() - metAt < this.parts.times.lifeMs;
  }

  /** The instance that writes notices into a conversation; undefined when this one cannot know. */
  ownerOf(conversationId: string): string | undefined {
    return this.isCurrent ? ownerAmong(this.#alive, conversationId) : undefined;
  }

  shareOf(conversationId: string): Share {
    const isSettled = performance.now() >= this.#before.until;
    const others = Math.max(this.count, isSettled ? 0 : this.#before.alive.length) - 1;
    const guest: Share = { kind: 'guest', of: Math.max(1, others) };
    if (!this.isCurrent || ownerAmong(this.#alive, conversationId) !== this.me) return guest;
    // Messages of the previous owner count too.
    if (!isSettled && ownerAmong(this.#before.alive, conversationId) !== this.me) return guest;
    return this.count === 1 ? { kind: 'alone' } : { kind: 'owner', guests: others };
  }

  /** Shows this instance to the others. Resolves once all of them reckon with it; false when it was stopped before. */
  async join(): Promise<boolean> {
    const { signal } = this.#stopping;
    while (!(await this.#beat()) && !signal.aborted) await pauseFor(this.parts.times.heartbeatMs, signal);
    this.#beating = this.#keepBeating(signal);
    if (this.count > 1) await pauseFor(this.#noticedMs, signal);
    return !signal.aborted;
  }

  /** Takes leave of the others, who take over at once. Call it when nothing is sent any more. */
  async leave(): Promise<void> {
    this.#stopping.abort();
    await this.#beating;
    if (this.#state !== 'joined') return;
    this.#state = 'left';
    await this.#change({ kind: 'upsert', row: { partitionKey: LIVE, rowKey: this.me, left: true } });
  }

  /** After this, all others have seen a change. */
  get #noticedMs(): number {
    return 1.2 * this.parts.times.heartbeatMs;
  }

  async #keepBeating(stopping: AbortSignal): Promise<void> {
    for (;;) {
      await pauseFor(this.parts.times.heartbeatMs, stopping);
      if (stopping.aborted) return;
      await this.#beat();
    }
  }

  /** Returns false when storage could not be reached. */
  async #beat(): Promise<boolean> {
    const { tables, log } = this.parts;
    const began = performance.now();
    try {
      await tables.write('Instances', { kind: 'upsert', row: { partitionKey: LIVE, rowKey: this.me } });
      const rows: StoredRow[] = [];
      for await (const stored of rowsOf(tables, 'Instances', LIVE)) rows.push(stored);
      this.#see(rows, began);
      return true;
    } catch (error) {
      log.warn({ instance: this.me, err: error }, 'no sign of life could be given');
      return false;
    }
  }

  #see(rows: readonly StoredRow[], began: number): void {
    const { lifeMs } = this.parts.times;
    const mine = rows.find(({ row }) => row.rowKey === this.me);
    const ageOf = ({ changedAt }: StoredRow) => Date.parse(mine?.changedAt ?? '') - Date.parse(changedAt);
    const isLiving = (stored: StoredRow) => ageOf(stored) < lifeMs && stored.row.left !== true;
    const alive = rows.filter(isLiving).map(({ row }) => row.rowKey);
    const isFirst = this.#state === 'unseen';
    // The others took it for gone: it comes back like a new one.
    const isBack = !isFirst && began - this.#seenAt > lifeMs;
    if (isBack) this.#silentUntil = performance.now() + this.#noticedMs;
    const isChanged = alive.length !== this.#alive.length || alive.some((id) => !this.#alive.includes(id));
    const hasTraces = rows.some((stored) => stored !== mine && ageOf(stored) < SETTLED_MS);
    if (isFirst || isBack ? hasTraces : isChanged) {
      this.#before = { alive: isFirst || isBack ? [] : this.#alive, until: performance.now() + SETTLED_MS };
    }
    if (isFirst || isChanged)
      this.parts.log.info({ instance: this.me, alive: alive.length }, 'instances alive');
    this.#alive = alive;
    this.#gone = new Set(rows.filter((stored) => !isLiving(stored)).map(({ row }) => row.rowKey));
    this.#seenAt = began;
    this.#state = 'joined';
    for (const stored of rows) if (ageOf(stored) > LIVES_KEPT * lifeMs) void this.#remove(stored.row.rowKey);
  }

  /** With what was left to it. */
  async #remove(id: string): Promise<void> {
    try {
      for await (const { row } of rowsOf(this.parts.tables, 'Instances', inboxOf(id))) {
        await this.#change({ kind: 'delete', partitionKey: row.partitionKey, rowKey: row.rowKey });
      }
    } catch (error) {
      this.parts.log.warn({ instance: id, err: error }, 'an instance was not cleared away');
    }
    await this.#change({ kind: 'delete', partitionKey: LIVE, rowKey: id });
  }

  async #change(operation: Operation): Promise<void> {
    try {
      await this.parts.tables.write('Instances', operation);
    } catch (error) {
      this.parts.log.warn({ instance: this.me, err: error }, 'an instance was not signed off');
    }
  }
}

/** The partition of what other instances leave to this one. */
export const inboxOf = (id: string): string => `for:${id}`;

/** Rendezvous hashing: when an instance comes or goes, only its own conversations move. */
function ownerAmong(alive: readonly string[], key: string): string | undefined {
  const weightOf = (id: string) => createHash('sha256').update(`${id}\n${key}`).digest('hex');
  return alive.reduce<string | undefined>(
    (best, id) => (best === undefined || weightOf(id) > weightOf(best) ? id : best),
    undefined,
  );
}
