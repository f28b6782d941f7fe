/** How periods are called. */
import { bogotaMonth } from '../../../platform/calendar/days.js';
import { type Period, periodOf } from '../../../platform/figures/period.js';
import { dayOfMonth, monthAlone } from '../../../platform/text/dates.js';
import { type Language, textIn } from '../text/catalogue.js';

/** "octubre", "el tercer trimestre", "2025"; with its year when that is not this one. */
export function periodName({ span, from }: Period, now: Date, language: Language): string {
  const { period } = textIn(language).indicators;
  const year = from.slice(0, 4);
  if (span === 'year') return year;
  const told = year === bogotaMonth(now).slice(0, 4) ? '' : year;
  return span === 'month'
    ? period.month(monthAlone(from, language), told)
    : period.quarter(quarterOf(from), told);
}

/** The same with its year always, as a title. */
export function periodTitle({ span, from }: Period, language: Language): string {
  const { period } = textIn(language).indicators;
  const year = from.slice(0, 4);
  if (span === 'year') return year;
  return span === 'month'
    ? period.month(monthAlone(from, language), year)
    : period.quarter(quarterOf(from), year);
}

/** "Este mes", or the name at the beginning of a sentence. */
export function periodInFront(period: Period, now: Date, language: Language): string {
  const current = periodOf(period.span, bogotaMonth(now));
  if (current.from === period.from) return textIn(language).indicators.period.this[period.span];
  const name = periodName(period, now, language).replace(/^(?:el|the) /, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The days that count: "Del 1 al 26 de noviembre, todavía en curso". */
export function daysOf(
  { period, through, isRunning }: { period: Period; through: string; isRunning: boolean },
  language: Language,
): string {
  const { period: words } = textIn(language).indicators;
  const first = `${period.from}-01`;
  const isOneMonth = through.slice(0, 7) === period.from;
  const from = isOneMonth && language === 'es' ? '1' : dayOfMonth(first, language);
  const until = dayOfMonth(through, language);
  return isRunning ? words.running(from, until) : words.whole(from, until);
}

const quarterOf = (from: string) => (Number(from.slice(5)) + 2) / 3;
