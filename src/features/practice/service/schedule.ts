/** On which days a practice comes to a person. */
import { bogotaDay, shiftedDay, weekdayOf } from '../../../platform/calendar/days.js';
import { isBusinessDay } from '../../../platform/calendar/holidays.js';
import type { Absence } from '../../../platform/people/absences.js';
import { hoursDue, isTooLate, momentOf } from '../domain/hours.js';
import { givenOn, type Member } from '../domain/member.js';

/** No absence lasts longer. */
const LONGEST_DAYS = 400;

/** The hours that are due now; none at weekends and on holidays. */
export function dueNow(now: Date): { day: string; hours: string[] } {
  const day = bogotaDay(now);
  return { day, hours: isBusinessDay(day) ? hoursDue(day, now) : [] };
}

/**
 * The day of the next practice, `YYYY-MM-DD`, as far as it is known today.
 * @param away the days on which the person is away: first and last, `YYYY-MM-DD`.
 */
export function nextDay(member: Member, away: readonly Pick<Absence, 'from' | 'until'>[], now: Date): string {
  const today = bogotaDay(now);
  const days = Array.from({ length: LONGEST_DAYS }, (_, by) => shiftedDay(today, by));
  const comes = (day: string) =>
    isBusinessDay(day) &&
    isAhead(member, day, now) &&
    !givenOn(member, day) &&
    !away.some(({ from, until }) => from <= day && day <= until);
  return days.find(comes) ?? today;
}

/** Its hour is to come, or has just come and is on its way. */
function isAhead({ hour, since }: Member, day: string, now: Date): boolean {
  const at = momentOf(day, hour);
  return at > now || (since <= at.toISOString() && !isTooLate(day, hour, now));
}

/** Monday of the week of a day. */
export function mondayOf(day: string): string {
  return shiftedDay(day, -((weekdayOf(day) + 6) % 7));
}
