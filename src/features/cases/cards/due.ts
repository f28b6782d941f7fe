import { daysBetween } from '../../../platform/calendar/days.js';
import type { Language } from '../../../platform/text/catalogue.js';
import { textIn } from '../../../platform/text/catalogue.js';
import { moment, timeOfDay, weekday } from '../../../platform/text/dates.js';

/** A due time in words: "Vence hoy a las 4:30 p. m." */
export function dueInWords(dueAt: string | undefined, now: Date, language: Language): string {
  if (dueAt === undefined) return '';
  const text = textIn(language).cases;
  const due = new Date(dueAt);
  if (due <= now) return text.overdueSince(moment(due, language));
  const time = timeOfDay(due, language);
  switch (daysBetween(now, due)) {
    case 0:
      return text.dueToday(time);
    case 1:
      return text.dueTomorrow(time);
    default:
      return text.dueOn(weekday(due, language), time);
  }
}
