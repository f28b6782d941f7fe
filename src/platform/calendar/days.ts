/** Days and months in Bogotá. */
const ZONE = 'America/Bogota';
/** Making one costs much more than using it. */
const DAY = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE });

/** `YYYY-MM`. No stored data is older. */
export const FIRST_MONTH = '2025-01';

/** Returns the day in Bogotá as `YYYY-MM-DD`. */
export function bogotaDay(at: Date): string {
  return DAY.format(at);
}

export function bogotaYear(at: Date): number {
  return Number(bogotaDay(at).slice(0, 4));
}

/** Returns the month in Bogotá as `YYYY-MM`. */
export function bogotaMonth(at: Date): string {
  return bogotaDay(at).slice(0, 7);
}

/** Returns the moment at which a month, `YYYY-MM`, begins in Bogotá, which knows no summer time. */
export function startOfMonth(month: string): Date {
  return new Date(`${month}-01T00:00:00-05:00`);
}

/** Returns the months from `first` to `last`, both `YYYY-MM`; none when `last` is before `first`. */
export function monthsBetween(first: string, last: string): string[] {
  const count = Math.max(0, monthNumber(last) - monthNumber(first) + 1);
  return Array.from({ length: count }, (_, at) => shiftedMonth(first, at));
}

/** Adds months: `2026-12` and 1 give `2027-01`. */
export function shiftedMonth(month: string, by: number): string {
  const number = monthNumber(month) + by;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}

const monthNumber = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

/**
 * Returns the number of calendar days in Bogotá between two moments; negative when `to` is on an earlier day.
 */
export function daysBetween(from: Date, to: Date): number {
  return Math.round((Date.parse(bogotaDay(to)) - Date.parse(bogotaDay(from))) / 86_400_000);
}

/** Adds days to a day, `YYYY-MM-DD`. */
export function shiftedDay(day: string, by: number): string {
  return new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
}

/** Returns the later of two days, `YYYY-MM-DD`. */
export function laterOf(one: string, other: string): string {
  return one < other ? other : one;
}

/** Returns the earlier of two days, `YYYY-MM-DD`. */
export function earlierOf(one: string, other: string): string {
  return one < other ? one : other;
}

/** Returns the day of the week of a day, `YYYY-MM-DD`: 0 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(day).getUTCDay();
}

/** Formats a moment in Bogotá for a table: "2026-11-24 09:30:05". */
export function sortableMoment(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' }).format(
    at,
  );
}
