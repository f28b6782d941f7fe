/** Erases cases whose retention period is over, with the voices of those who reported: rows, files, list entries, and the record of who opened them. */
import type { FeatureContext } from '../../../feature.js';
import { bogotaMonth, FIRST_MONTH, monthsBetween } from '../../../platform/calendar/days.js';
import { hasExpired } from '../domain/expiry.js';
import type { Accesses } from '../store/accesses.js';
import type { CaseIndex, ListedCase } from '../store/case-index.js';
import type { CaseStore } from '../store/case-store.js';
import { folderOf } from './files/evidence-files.js';

export interface ErasureParts extends Pick<FeatureContext, 'blobs' | 'deletions' | 'log'> {
  store: CaseStore;
  index: CaseIndex;
  accesses: Accesses;
  /** Deletes the voice on a case. */
  forgetVoice: (caseId: string) => Promise<void>;
}

export class Erasure {
  constructor(private readonly parts: ErasureParts) {}

  /**
   * Erases up to `most` cases without an event since `before`, and resumes interrupted erasures.
   * @returns how many; fewer than `most` if none is left.
   */
  async sweep(before: Date, most: number, rule: string): Promise<number> {
    await this.parts.accesses.removeBefore(before);
    let count = 0;
    for await (const listed of this.#reportedBefore(before)) {
      if (count === most) return count;
      if (await this.#sweepOne(listed, before, rule)) count += 1;
    }
    return count;
  }

  async *#reportedBefore(moment: Date): AsyncGenerator<ListedCase> {
    const { index } = this.parts;
    const months = monthsBetween(FIRST_MONTH, bogotaMonth(moment));
    for (const month of months) yield* index.allOf(month);
    for (const year of new Set(months.map((month) => Number(month.slice(0, 4)))))
      yield* index.protectedOf(year);
  }

  /** Logs errors and goes on, so that an unreadable case does not block the others. */
  async #sweepOne(listed: ListedCase, before: Date, rule: string): Promise<boolean> {
    try {
      if (!(await this.#isToGo(listed.id, before))) return false;
      await this.parts.deletions.record({ kind: 'case', number: listed.number, rule });
      await this.parts.blobs.removeUnder(folderOf(listed.id));
      await this.parts.accesses.forget(listed.id);
      await this.parts.forgetVoice(listed.id);
      await this.parts.store.erase(listed.id);
      await this.parts.index.forget(listed);
      return true;
    } catch (error) {
      this.parts.log.error({ case: listed.id, err: error }, 'case not erased');
      return false;
    }
  }

  async #isToGo(id: string, before: Date): Promise<boolean> {
    const { store, log } = this.parts;
    const loaded = await store.load(id);
    if (loaded) return !loaded.isAhead && hasExpired(loaded, before) && store.condemn(loaded);
    const remains = await store.remains(id);
    if (remains === 'damaged') log.error({ case: id }, 'a case has no first row; it is left as it is');
    return remains !== 'damaged';
  }
}
