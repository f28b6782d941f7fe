/**
 * Copies the tables every night, through the queue: one message a night, however many instances run. A copy whose
 * message was lost starts again.
 */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import type { Copying } from '../../../platform/backup/copying.js';
import { addMilliseconds } from '../../../platform/clock.js';
import { insertNew, replaceSame } from '../../../platform/storage/conditional.js';
import { nextNight } from '../../../platform/storage/retention.js';
import type { Row } from '../../../platform/storage/tables.js';

const DAY_MS = 86_400_000;
/** The night deletes first, so a copy never holds rows deleted before it. */
const AFTER_NIGHT_MS = 45 * 60_000;
/** An unfinished copy untouched for this long has lost its message. */
const LOST_AFTER_MS = 2 * 3_600_000;
const BACKUP = 'backup';

/** `touchedAt`: ISO 8601, when it was begun, or the due time before. */
const nightRow = z.object({ done: z.boolean(), touchedAt: z.string() });
type Night = z.output<typeof nightRow>;

export interface BackupParts extends Pick<FeatureContext, 'tables' | 'clock' | 'log' | 'rounds'> {
  work: Pick<FeatureContext['work'], 'later'>;
  copying: Copying;
  /** Days for which copies are kept. */
  keptDays: number;
}

export class BackupNights {
  constructor(private readonly parts: BackupParts) {}

  /** Schedules the next copy, and restarts the last one if its message was lost. */
  async ensure(): Promise<void> {
    const { clock, log, work } = this.parts;
    const now = clock();
    const next = dueAfter(now);
    await this.#plan(next);
    const last = dayOf(addMilliseconds(next, -DAY_MS));
    const stored = await this.#find(last);
    if (!stored || stored.night.done) return;
    if (now.getTime() - Date.parse(stored.night.touchedAt) < LOST_AFTER_MS) return;
    if (!(await this.#save(last, { done: false, touchedAt: now.toISOString() }, stored.etag))) return;
    log.error({ day: last }, 'a copy of the tables was lost; it is made anew');
    await work.later({ kind: BACKUP, day: last }, 0);
  }

  /** Returns milliseconds until the copy is due; undefined when it is made. */
  async run(day: string): Promise<number | undefined> {
    const { clock, copying, keptDays, log, rounds } = this.parts;
    const stored = await this.#find(day);
    if (!stored || stored.night.done) return undefined;
    const now = clock();
    const early = Date.parse(stored.night.touchedAt) - now.getTime();
    if (early > 0) return early;
    await copying.forgetBefore(dayOf(addMilliseconds(now, -keptDays * DAY_MS)));
    const rows = await copying.copy(day);
    // Another instance that had the same message has made the same copy.
    await this.#save(day, { done: true, touchedAt: now.toISOString() }, stored.etag);
    await rounds.note('backup', rows);
    log.info({ day, rows, ms: clock().getTime() - now.getTime() }, 'the tables are copied');
    await this.#plan(dueAfter(now));
    return undefined;
  }

  /** The insert of the row decides which instance sends the message. */
  async #plan(at: Date): Promise<void> {
    const day = dayOf(at);
    if (await this.#find(day)) return;
    if (!(await this.#save(day, { done: false, touchedAt: at.toISOString() }))) return;
    await this.parts.work.later({ kind: BACKUP, day }, at.getTime() - this.parts.clock().getTime());
  }

  async #find(day: string): Promise<{ night: Night; etag: string } | undefined> {
    const stored = await this.parts.tables.get('Operations', BACKUP, day);
    return stored && { night: nightRow.parse(stored.row), etag: stored.etag };
  }

  /** Returns false when another instance was faster. */
  #save(day: string, night: Night, etag?: string): Promise<boolean> {
    const { tables } = this.parts;
    const row: Row = { partitionKey: BACKUP, rowKey: day, ...night };
    return etag === undefined
      ? insertNew(tables, 'Operations', row)
      : replaceSame(tables, 'Operations', row, etag);
  }
}

const dueAfter = (now: Date): Date =>
  addMilliseconds(nextNight(addMilliseconds(now, -AFTER_NIGHT_MS)), AFTER_NIGHT_MS);

/** The key of a night: its UTC date, which is also the date in Bogotá at that hour. */
const dayOf = (at: Date) => at.toISOString().slice(0, 10);
