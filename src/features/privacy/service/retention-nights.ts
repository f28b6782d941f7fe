/**
 * Deletes expired data every night, through the queue: one message a night, however many instances run.
 * Batches are idempotent, and end well before the message becomes visible to another instance.
 */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { addMilliseconds } from '../../../platform/clock.js';
import { insertNew, replaceSame } from '../../../platform/storage/conditional.js';
import {
  horizonOf,
  nextNight,
  type Retained,
  type Retention,
  ruleOf,
  type Sweep,
} from '../../../platform/storage/retention.js';
import type { Row, StoredRow } from '../../../platform/storage/tables.js';

/**
 * Batch sizes. A case has rows, files and list entries; a training has one or two rows for each attendee; the
 * others are one or two rows.
 */
const MOST: Readonly<Record<Retained, number>> = {
  cases: 20,
  drafts: 50,
  trainings: 5,
  visitors: 1_000,
  tickets: 1_000,
  feedback: 1_000,
  requests: 1_000,
  figures: 1_000,
  practice: 1_000,
  recognitions: 100,
  sources: 200,
};
/** An unfinished night untouched for this long has lost its message. */
const LOST_AFTER_MS = 2 * 3_600_000;
const NIGHT = 'night';

/**
 * A night, in the table `Deletions`. `next`: index of the next sweep. `counts`: JSON, deletions by kind.
 * `touchedAt`: ISO 8601, the last batch, or the due time before the first one.
 */
const nightRow = z.object({
  next: z.number().int(),
  done: z.boolean(),
  counts: z.string(),
  touchedAt: z.string(),
});
type Night = z.infer<typeof nightRow>;
const counts = z.partialRecord(z.string(), z.number());

export interface RetentionParts extends Pick<FeatureContext, 'tables' | 'clock' | 'log'> {
  work: Pick<FeatureContext['work'], 'later'>;
  retention: Retention;
  sweeps: readonly Sweep[];
}

export class RetentionNights {
  constructor(private readonly parts: RetentionParts) {}

  /** Schedules the next night, and resumes the last one if it has lost its message. */
  async ensure(): Promise<void> {
    const now = this.parts.clock();
    const next = nextNight(now);
    await this.#plan(next);
    const last = dayOf(addMilliseconds(next, -86_400_000));
    const stored = await this.#find(last);
    if (!stored || stored.night.done) return;
    if (now.getTime() - Date.parse(stored.night.touchedAt) < LOST_AFTER_MS) return;
    if (!(await this.#save(last, { ...stored.night, touchedAt: now.toISOString() }, stored.etag))) return;
    this.parts.log.error({ day: last }, 'a night of retention was lost; it is made up for');
    await this.parts.work.later({ kind: 'retention', day: last }, 0);
  }

  /** Runs batches. Returns milliseconds until the next run; undefined when the night is done. */
  async run(day: string): Promise<number | undefined> {
    for (;;) {
      const stored = await this.#find(day);
      if (!stored || stored.night.done) return undefined;
      const now = this.parts.clock();
      const early = Date.parse(stored.night.touchedAt) - now.getTime();
      if (stored.night.next === 0 && early > 0) return early;
      const { night, isWhole } = await this.#sweep(stored.night, now);
      // Another instance has the same message, and continues.
      if (!(await this.#save(day, night, stored.etag))) return undefined;
      if (night.done) {
        this.parts.log.info({ day, deleted: counts.parse(JSON.parse(night.counts)) }, 'retention done');
        await this.#plan(nextNight(now));
        return undefined;
      }
      if (!isWhole) return 1;
    }
  }

  /** Runs one batch of the next sweep; returns the updated night. */
  async #sweep(night: Night, now: Date): Promise<{ night: Night; isWhole: boolean }> {
    const sweep = this.parts.sweeps[night.next];
    const touchedAt = now.toISOString();
    if (!sweep) return { night: { ...night, done: true, touchedAt }, isWhole: true };
    const { kind } = sweep;
    const period = this.parts.retention[kind];
    const deleted = await sweep.run(horizonOf(period, now), MOST[kind], ruleOf(kind, period));
    const sum = counts.parse(JSON.parse(night.counts));
    const isWhole = deleted < MOST[kind];
    const next = night.next + (isWhole ? 1 : 0);
    return {
      night: {
        next,
        done: next >= this.parts.sweeps.length,
        counts: JSON.stringify({ ...sum, [kind]: (sum[kind] ?? 0) + deleted }),
        touchedAt,
      },
      isWhole,
    };
  }

  /** The insert of the row decides which instance sends the message. */
  async #plan(at: Date): Promise<void> {
    const day = dayOf(at);
    if (await this.#find(day)) return;
    const night: Night = { next: 0, done: false, counts: '{}', touchedAt: at.toISOString() };
    if (!(await this.#save(day, night))) return;
    await this.parts.work.later({ kind: 'retention', day }, at.getTime() - this.parts.clock().getTime());
  }

  async #find(day: string): Promise<{ night: Night; etag: string } | undefined> {
    const stored: StoredRow | undefined = await this.parts.tables.get('Deletions', NIGHT, day);
    return stored && { night: nightRow.parse(stored.row), etag: stored.etag };
  }

  /** Returns false when another instance was faster. */
  #save(day: string, night: Night, etag?: string): Promise<boolean> {
    const { tables } = this.parts;
    const row: Row = { partitionKey: NIGHT, rowKey: day, ...night };
    return etag === undefined
      ? insertNew(tables, 'Deletions', row)
      : replaceSame(tables, 'Deletions', row, etag);
  }
}

/** The key of a night: its UTC date, which is also the date in Bogotá at that hour. */
const dayOf = (at: Date) => at.toISOString().slice(0, 10);
