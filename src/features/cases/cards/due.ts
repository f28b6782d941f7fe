import { daysBetween } from '../../../platform/calendar/days.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { moment, timeOfDay, weekday } from '../../../platform/text/dates.js';
import type { Case } from '../domain/case.js';

/** What has to be done with a case until when: "Hay que responder hoy antes de las 4:30 p. m." */
export function dueOf(
  { dueAt, state }: { dueAt?: string | undefined; state: Case['state'] | 'unknown' },
  now: Date,
  language: Language,
): string {
  if (dueAt === undefined) return '';
  const text = textIn(language).cases;
  const due = new Date(dueAt);
  if (due <= now) return text.overdueSince(moment(due, language));
  const when = whenDue(dueAt, now, language);
  return state === 'accepted' ? text.dueToClose(when) : text.dueToAnswer(when);
}

/** "hoy antes de las 4:30 p. m." */
export function whenDue(dueAt: string, now: Date, language: Language): string {
  const text = textIn(language).cases;
  const due = new Date(dueAt);
  const time = timeOfDay(due, language);
  switch (daysBetween(now, due)) {
    case 0:
      return text.untilToday(time);
    case 1:
      return isTonight(due, now) ? text.untilTonight(time) : text.untilTomorrow(time);
    default:
      return text.untilDay(weekday(due, language), time);
  }
}

/** At eleven at night, "mañana antes de las 12:00 a. m." sounds like a day from now. */
const isTonight = (due: Date, now: Date) => due.getTime() - now.getTime() <= 6 * 3_600_000;
