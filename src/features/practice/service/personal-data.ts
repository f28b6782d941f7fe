/** A person's data: membership, practices received, and ticks. */
import { bogotaDay, shiftedDay } from '../../../platform/calendar/days.js';
import type { Clock } from '../../../platform/clock.js';
import type { DataProvider } from '../../../platform/people/data-provider.js';
import { horizonOf, type Period } from '../../../platform/storage/retention.js';
import type { Practice } from '../domain/practice.js';
import type { Members } from '../store/members.js';
import type { Ticks } from '../store/ticks.js';
import { textIn } from '../text/catalogue.js';

/** Expired rows are deleted at night; a night may be lost. */
const NIGHTS_DAYS = 7;

interface Parts {
  members: Members;
  ticks: Ticks;
  practices: readonly Practice[];
  clock: Clock;
  /** How long ticks are kept. */
  keptFor: Period;
}

export function practiceData({ members, ticks, practices, clock, keptFor }: Parts): DataProvider[] {
  /** The words of a practice; its id if it is not among the practices any more. */
  const said = (practiceId: string) => practices.find(({ id }) => id === practiceId)?.es ?? practiceId;
  return [
    {
      name: 'practice',
      wordsOf: (language) => ({ job: textIn(language).practice.job }),
      dataOf: async (personId) => {
        const member = await members.find(personId);
        if (!member) return [];
        const { state, hour, job, since, given } = member;
        const came = given.map(({ day, practice }) => ({ day, practice: said(practice) }));
        return [{ receives: state === 'on', hour, job, at: since, came }];
      },
    },
    {
      name: 'practicesDone',
      dataOf: async (personId) => {
        const now = clock();
        const first = shiftedDay(bogotaDay(horizonOf(keptFor, now)), -NIGHTS_DAYS);
        const done = await ticks.of(personId, first, bogotaDay(now));
        return done.map(({ day, practice, at }) => ({ day, practice: said(practice), at }));
      },
    },
  ];
}
