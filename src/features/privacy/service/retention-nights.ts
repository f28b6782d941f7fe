/**
 * Deletes each night what has been kept long enough, through the queue: one message a night however many instances
 * there are, in batches that end well before a message is given to another, each of which may be done twice.
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

/** In one batch: a case has rows, files and places in lists, a training a row or two for each who was there, the others are a row or two. */
const MOST: Readonly<Record<Retained, number>> = {
  cases: 20,
  drafts: 50,
  trainings: 5,
  tickets: 1_000,
  activities: 1_000,
  feedback: 1_000,
  requests: 1_000,
};
/** A night that nobody has touched for so long lost its message on the way. */
const LOST_AFTER_MS = 2 * 3_600_000;
const NIGHT = 'night';

/** A night, in the table `Deletions`: which sweep comes next, how many were deleted, when it was touched or is due. */
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

  /** Sees to it that the next night is planned, and that the last one, where it was begun, is finished. */
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

  /** Does a batch. Returns in how many milliseconds to go on; undefined when the night is done. */
  async run(day: string): Promise<number | undefined> {
    for (;;) {
      const stored = await this.#find(day);
      if (!stored || stored.night.done) return undefined;
      const now = this.parts.clock();
      const early = Date.parse(stored.night.touchedAt) - now.getTime();
      if (stored.night.next === 0 && early > 0) return early;
      const { night, isWhole } = await this.#sweep(stored.night, now);
      // Somebody else has the same message in hand, and goes on.
      if (!(await this.#save(day, night, stored.etag))) return undefined;
      if (night.done) {
        this.parts.log.info({ day, deleted: counts.parse(JSON.parse(night.counts)) }, 'retention done');
        await this.#plan(nextNight(now));
        return undefined;
      }
      if (!isWhole) return 1;
    }
  }

  /** The night after one batch of the sweep that is its turn. */
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

  /** The row decides who of several instances sends the message. */
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

  /** False when another was faster. */
  #save(day: string, night: Night, etag?: string): Promise<boolean> {
    const { tables } = this.parts;
    const row: Row = { partitionKey: NIGHT, rowKey: day, ...night };
    return etag === undefined
      ? insertNew(tables, 'Deletions', row)
      : replaceSame(tables, 'Deletions', row, etag);
  }
}

/** Of the night that begins then; the hour is the same in UTC and not far from it in Bogotá. */
const dayOf = (at: Date) => at.toISOString().slice(0, 10);
