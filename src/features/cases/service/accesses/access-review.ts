/** What an administrator reads about accesses: who, what and when, never what the case tells or who reported. */
import type { FeatureContext } from '../../../../feature.js';
import { bogotaDay, bogotaMonth, monthsBetween } from '../../../../platform/calendar/days.js';
import { addMilliseconds } from '../../../../platform/clock.js';
import type { Person } from '../../../../platform/people/person.js';
import { type Counted, countByPerson, type Exported } from '../../domain/access.js';
import type { Accesses, AccessPage } from '../../store/accesses.js';
import type { CaseIndex } from '../../store/case-index.js';
import type { CaseStore } from '../../store/case-store.js';
import { exportWish } from '../case-export.js';
import type { AccessRecord } from './access-record.js';

const DAY_MS = 86_400_000;
const RECENT_DAYS = 7;

export interface AccessReviewParts extends Pick<FeatureContext, 'clock'> {
  accesses: Accesses;
  record: Pick<AccessRecord, 'reviewed'>;
  index: CaseIndex;
  store: CaseStore;
}

export class AccessReview {
  constructor(private readonly parts: AccessReviewParts) {}

  /**
   * A page of the accesses to the case with this number; the first one has the exports that may have held the case, too.
   * Undefined if there is no such case, if it is protected, or if the administrator is said to be involved in it.
   */
  async ofCase(
    number: string,
    admin: Person,
    page?: string,
  ): Promise<(AccessPage & { exports?: Exported[] }) | undefined> {
    const { index, store, accesses, record } = this.parts;
    const listed = await index.numbered(number, admin.id, ['months']);
    const subject = listed && (await store.load(listed.id))?.subject;
    if (!subject || subject.protectedBy || subject.excludedIds.includes(admin.id)) return undefined;
    record.reviewed(admin.id, subject.id);
    const found = await accesses.ofCase(subject.id, page);
    if (page !== undefined) return found;
    const reportedAt = new Date(subject.reportedAt);
    const exports = await this.#exportsSince(reportedAt);
    const holds = ({ filter }: Exported) =>
      monthsBetween(filter.from, filter.until).includes(bogotaMonth(reportedAt));
    return { ...found, exports: exports.filter(holds) };
  }

  /** What was opened and exported in the last days. */
  async recent(admin: Person): Promise<{ people: Counted[]; exports: Exported[] }> {
    const { accesses, record, clock } = this.parts;
    record.reviewed(admin.id, '');
    const moments = Array.from({ length: RECENT_DAYS }, (_, at) => addMilliseconds(clock(), -at * DAY_MS));
    const opened = await Promise.all(moments.map((moment) => accesses.onDay(bogotaDay(moment))));
    const exports = await this.#exportsSince(addMilliseconds(clock(), -RECENT_DAYS * DAY_MS));
    return { people: countByPerson(opened.flat()), exports };
  }

  async #exportsSince(moment: Date): Promise<Exported[]> {
    const exports: Exported[] = [];
    for await (const { personId, at, detail } of this.parts.accesses.exportsSince(moment)) {
      exports.push({ personId, at, filter: exportWish.parse(JSON.parse(detail)) });
    }
    return exports;
  }
}
