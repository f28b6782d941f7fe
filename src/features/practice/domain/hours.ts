/** The hours at which a practice may come, in Bogotá. */

/** `HH:MM`: each half hour from 6:00 to 18:00. */
export const HOURS = Array.from({ length: 25 }, (_, at) => {
  const minutes = 6 * 60 + 30 * at;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${minutes % 60 === 0 ? '00' : '30'}`;
});
export const DEFAULT_HOUR = '08:30';

/** What could not be sent by then is skipped: a practice for the day is of no use at its end. */
const LATE_AFTER_MS = 2 * 3_600_000;

/** @param day `YYYY-MM-DD`. Colombia has kept UTC−5 without daylight saving since 1993. */
export function momentOf(day: string, hour: string): Date {
  return new Date(`${day}T${hour}:00-05:00`);
}

export function isTooLate(day: string, hour: string, now: Date): boolean {
  return now.getTime() > momentOf(day, hour).getTime() + LATE_AFTER_MS;
}

/** The hours of a day that have come and are not too late. */
export function hoursDue(day: string, now: Date): string[] {
  return HOURS.filter((hour) => momentOf(day, hour) <= now && !isTooLate(day, hour, now));
}
