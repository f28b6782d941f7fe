/** The day on which something happened, as a text says it. Pure. */
import { shiftedDay } from '../calendar/days.js';
import { fold } from '../text/fold.js';

const WEEKDAYS = ['domingo', 'lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado'];
const ENGLISH = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];
const MENTION = new RegExp(
  [
    '(?<ago>\\bhace (?<days>\\d{1,2}) dias?\\b)',
    '(?<beforeYesterday>\\b(antier|anteayer|antes de ayer|antayer)\\b)',
    '(?<yesterday>\\b(ayer|yesterday|anoche)\\b)',
    '(?<today>\\b(hoy|today|esta manana|esta tarde)\\b)',
    `(?<weekday>\\b(${[...WEEKDAYS, ...ENGLISH].join('|')})\\b)`,
    `(?<date>\\b(?<day>\\d{1,2}) de (?<month>${MONTHS.join('|')})\\b)`,
  ].join('|'),
  'g',
);

/**
 * Returns the day that a text names, as `YYYY-MM-DD`: the last one, since "no fue el lunes, fue el martes" is how people put
 * it right. Never a day to come.
 * @param today `YYYY-MM-DD` in Bogotá.
 */
export function pastDayIn(text: string, today: string): string | undefined {
  const last = [...fold(text).matchAll(MENTION)].at(-1)?.groups;
  if (!last) return undefined;
  if (last.today) return today;
  if (last.yesterday) return shiftedDay(today, -1);
  if (last.beforeYesterday) return shiftedDay(today, -2);
  if (last.ago) return shiftedDay(today, -Number(last.days));
  if (last.weekday) return lastWeekday(last.weekday, today);
  return lastDate(Number(last.day), MONTHS.indexOf(last.month ?? '') + 1, today);
}

function lastWeekday(name: string, today: string): string {
  const wanted = Math.max(WEEKDAYS.indexOf(name), ENGLISH.indexOf(name));
  const back = (new Date(`${today}T12:00:00Z`).getUTCDay() - wanted + 7) % 7 || 7;
  return shiftedDay(today, -back);
}

function lastDate(day: number, month: number, today: string): string | undefined {
  const year = Number(today.slice(0, 4));
  const dayOf = (which: number) =>
    `${which}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const found = dayOf(year) <= today ? dayOf(year) : dayOf(year - 1);
  return Number.isNaN(Date.parse(found)) ? undefined : found;
}
