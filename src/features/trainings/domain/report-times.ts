/** Dates, times and durations as Teams writes them into an attendance report. */
import { fold } from '../../../platform/text/fold.js';

/** Which comes first in 03/04/2026. A report does not say; Teams writes as the computer of its reader does. */
export const ORDERS = ['day', 'month'] as const;
export type Order = (typeof ORDERS)[number];

/** "24/11/2026, 9:00:05 a. m.", "11/24/26, 4:16:55 PM", "2026-11-24 16:16:55" */
const MOMENT =
  /^(\d{1,4})[/.-] ?(\d{1,2})[/.-] ?(\d{1,4}),? (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([ap])\.? ?m\.?)?$/;
/** Colombia has no daylight saving time. */
const BOGOTA = '-05:00';

/**
 * Reads a moment, by default in Bogotá, where the trainer downloads the report.
 * @returns undefined for what is no moment in this order.
 */
export function momentOf(written: string, order: Order, isUtc = false): Date | undefined {
  const match = MOMENT.exec(fold(written));
  if (!match) return undefined;
  const [first = '', second = '', third = '', hour = '', minute = '', seconds = '0', half] = match.slice(1);
  const [year, month, day] =
    first.length === 4
      ? [first, second, third]
      : order === 'day'
        ? [third, second, first]
        : [third, first, second];
  const hours = half ? (Number(hour) % 12) + (half === 'p' ? 12 : 0) : Number(hour);
  const date = [year.length === 2 ? `20${year}` : year, two(month), two(day)].join('-');
  const time = [two(hours), minute, two(seconds)].join(':');
  const moment = new Date(`${date}T${time}${isUtc ? 'Z' : BOGOTA}`);
  // 31 February would become 3 March.
  const isReal = !Number.isNaN(moment.getTime()) && Number(day) <= daysIn(Number(year), Number(month));
  return isReal ? moment : undefined;
}

/** Reads "1h 2m 10s", "1 h 2 min 10 s" or "01:02:10". @returns milliseconds; undefined for anything else. */
export function durationOf(written: string): number | undefined {
  const text = fold(written);
  const clock = /^(\d+):(\d{2}):(\d{2})$/.exec(text);
  if (clock) return seconds(Number(clock[1]), Number(clock[2]), Number(clock[3]));
  const unit = (letter: string) => Number(new RegExp(`(\\d+) ?${letter}`).exec(text)?.[1] ?? 0);
  return /\d ?[hms]/.test(text) ? seconds(unit('h'), unit('m'), unit('s')) : undefined;
}

const seconds = (hours: number, minutes: number, rest: number) =>
  ((hours * 60 + minutes) * 60 + rest) * 1_000;
const two = (number: string | number) => String(number).padStart(2, '0');
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
