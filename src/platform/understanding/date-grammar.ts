/** How tokens name days and lengths of time. */
import { laterOf, shiftedDay, weekdayOf } from '../calendar/days.js';
import { holyWeek } from '../calendar/holidays.js';
import type { Token } from './date-words.js';

export type Unit = 'day' | 'week' | 'months' | 'business';

export type Named =
  /** A day of a month, or the week of that day; without month or year, the next such day. */
  | { kind: 'date'; day: number; month?: number | undefined; year?: number | undefined; isWeek?: boolean }
  /** The next such day after today. */
  | { kind: 'weekday'; weekday: number }
  | { kind: 'days'; from: string; until: string }
  | { kind: 'month'; from: string; until: string }
  | { kind: 'length'; count: number; unit: Unit };

/** The values of the tokens that matched, by tag. */
type Values = Record<string, number>;
type Meaning = (values: Values, today: string) => Named;

const WEEK = 7;
/** "El lunes en ocho" is the Monday a week after the next, "en quince" two weeks after it. */
const weeksLater = (number: number) => Math.floor(number / WEEK) * WEEK;
const FRIDAY = 4;
const SATURDAY = 5;
const SUNDAY = 6;

const dated: Meaning = ({ number = 0, month, mon, year }) => ({
  kind: 'date',
  day: number,
  month: month ?? mon,
  year,
});
const weekOf: Meaning = (values, today) => ({ ...dated(values, today), isWeek: true }) as Named;
const datedIn =
  (ahead: number): Meaning =>
  ({ number = 0 }, today) => ({
    kind: 'date',
    day: number,
    month: ((Number(today.slice(5, 7)) - 1 + ahead) % 12) + 1,
  });
const lengthOf =
  (unit: Unit): Meaning =>
  ({ number }) => ({ kind: 'length', count: number ?? 1, unit });
const inNextWeek: Meaning = ({ weekday = 0 }, today) =>
  daysFrom(mondayOf(today), WEEK + ((weekday + SUNDAY) % WEEK));
const thisWeek: Meaning = (_, today) => {
  const { from, until } = daysFrom(mondayOf(today), 0, FRIDAY);
  return today > until
    ? daysFrom(today, 0, SUNDAY - ((weekdayOf(today) + SUNDAY) % WEEK))
    : { kind: 'days', from: laterOf(from, today), until };
};
const nextWeek: Meaning = (_, today) => daysFrom(mondayOf(today), WEEK, WEEK + FRIDAY);
const weekend =
  (ahead: number): Meaning =>
  (_, today) => {
    const { from, until } = daysFrom(mondayOf(today), ahead + SATURDAY, ahead + SUNDAY);
    return { kind: 'days', from: laterOf(from, today), until };
  };
const calendarMonth: Meaning = ({ month = 1, year }, today) => {
  const ended = month < Number(today.slice(5, 7)) ? 1 : 0;
  return wholeMonth(year ?? Number(today.slice(0, 4)) + ended, month, today);
};
const monthAhead =
  (ahead: number): Meaning =>
  (_, today) =>
    wholeMonth(Number(today.slice(0, 4)), Number(today.slice(5, 7)) + ahead, today);

const halfMonth =
  (ahead: number): Meaning =>
  (_, today) => {
    const half =
      Number(today.slice(0, 4)) * 24 +
      (Number(today.slice(5, 7)) - 1) * 2 +
      (today.slice(8) > '15' ? 1 : 0) +
      ahead;
    const month = wholeMonth(Math.floor(half / 24), Math.floor((half % 24) / 2) + 1, '');
    const middle = shiftedDay(month.from, 14);
    const { from, until } =
      half % 2 === 0 ? { ...month, until: middle } : { ...month, from: shiftedDay(middle, 1) };
    return { kind: 'days', from: laterOf(from, today), until };
  };

/**
 * Patterns of tags: `x?` may be missing, `x|y` is either. The longest match counts, of equally long ones the first.
 */
const PATTERNS: readonly (readonly [string, Meaning])[] = [
  ['el? weekday? el? number of? month|mon of? year?', dated],
  ['el? weekday? month|mon number comma? year?', dated],
  ['el? weekday el? number', dated],
  ['el number', dated],
  ['el? weekday? el? number of this months', datedIn(0)],
  ['el? weekday? el? number of el? thismonth', datedIn(0)],
  ['el? weekday? el? number of el? other|coming months', datedIn(1)],
  ['el? weekday? el? number of el? months coming', datedIn(1)],
  ['la? week of el number of? month|mon? year?', weekOf],
  ['la? week of month|mon number', weekOf],
  [
    'el|la? number week of month year?',
    ({ number = 1, ...rest }, today) => weekOf({ ...rest, number: number * WEEK - 6 }, today),
  ],
  ['el? of? today', (_, today) => daysFrom(today, 0)],
  ['of? today in number day?', ({ number = 0 }, today) => daysFrom(today, weeksLater(number))],
  ['el? of? tomorrow', (_, today) => daysFrom(today, 1)],
  [
    'el? weekday in number day?',
    ({ weekday = 0, number = 0 }, today) =>
      daysFrom(today, 1 + ((weekday - weekdayOf(shiftedDay(today, 1)) + WEEK) % WEEK) + weeksLater(number)),
  ],
  ['aftertomorrow', (_, today) => daysFrom(today, 2)],
  ['yesterday', (_, today) => daysFrom(today, -1)],
  ['el? coming? weekday coming?', ({ weekday = 0 }) => ({ kind: 'weekday', weekday })],
  ['la? weekday', ({ weekday = 0 }) => ({ kind: 'weekday', weekday })],
  ['this weekday', ({ weekday = 0 }, today) => daysFrom(today, (weekday - weekdayOf(today) + WEEK) % WEEK)],
  ['el? other weekday', inNextWeek],
  ['el? weekday of la? other|coming week', inNextWeek],
  ['el? weekday of la? week coming', inNextWeek],
  ['whole? this week', thisWeek],
  ['whole of? la? week', thisWeek],
  ['whole? la? other|coming week', nextWeek],
  ['whole? la? week coming', nextWeek],
  ['whole? el|this? coming? weekend coming?', weekend(0)],
  ['el? other weekend', weekend(WEEK)],
  ['whole? this months', monthAhead(0)],
  ['whole of? el? months', monthAhead(0)],
  ['whole? el? other|coming months', monthAhead(1)],
  ['el? months coming', monthAhead(1)],
  ['in|whole whole? el? months? of? month of? year?', calendarMonth],
  ['el months of month of? year?', calendarMonth],
  ['whole? this half', halfMonth(0)],
  ['whole? la? other|coming half', halfMonth(1)],
  ['la? half coming', halfMonth(1)],
  ['el? monthend', (_, today) => lastDayOf(monthAhead(0)({}, today))],
  ['el? yearend', (_, today) => daysFrom(`${today.slice(0, 4)}-12-31`, 0)],
  ['la? holyweek', (_, today) => ({ kind: 'days', ...startingFrom(holyWeek(today), today) })],
  ['el? coming|other? number|one coming? day', lengthOf('day')],
  ['el? coming|other? number|one coming? day business', lengthOf('business')],
  ['coming|other? number|one coming? week', lengthOf('week')],
  ['coming|other? number|one coming? months', lengthOf('months')],
  ['for to week', lengthOf('week')],
  ['for to months', lengthOf('months')],
];
/** A month by itself is one only behind "desde", "hasta" or "vuelvo". */
const MONTH: readonly [string, Meaning] = ['month of? year?', calendarMonth];
/** A number by itself is a day only in a list or a range of days. */
const BARE: readonly [string, Meaning] = ['el? number', dated];

const parsed = new Map<string, { tags: string[]; isOptional: boolean }[]>();

export interface Match {
  named: Named;
  count: number;
}

/**
 * Returns the longest name that begins at a token.
 * @param options.afterRole behind "desde" or "hasta". @param options.isListed in a list or a range of days.
 */
export function nameAt(
  tokens: readonly Token[],
  at: number,
  today: string,
  options: { afterRole?: boolean; isListed?: boolean } = {},
): Match | undefined {
  const date = tokens[tokens[at]?.tag === 'el' ? at + 1 : at]?.date;
  if (date) return { named: { kind: 'date', ...date }, count: tokens[at]?.date ? 1 : 2 };
  const patterns = [...PATTERNS, ...(options.afterRole ? [MONTH] : []), ...(options.isListed ? [BARE] : [])];
  let best: Match | undefined;
  for (const [pattern, meaning] of patterns) {
    const found = matchAt(tokens, at, pattern);
    if (found && found.count > (best?.count ?? 0)) {
      best = { named: meaning(found.values, today), count: found.count };
    }
  }
  return best;
}

function matchAt(
  tokens: readonly Token[],
  start: number,
  pattern: string,
): { values: Values; count: number } | undefined {
  const values: Values = {};
  let at = start;
  for (const { tags, isOptional } of elementsOf(pattern)) {
    const token = tokens[at];
    if (token && tags.includes(token.tag)) {
      values[token.tag] = token.value;
      at++;
    } else if (!isOptional) {
      return undefined;
    }
  }
  return { values, count: at - start };
}

function elementsOf(pattern: string): { tags: string[]; isOptional: boolean }[] {
  let elements = parsed.get(pattern);
  if (!elements) {
    elements = pattern.split(' ').map((element) => ({
      tags: element.replace('?', '').split('|'),
      isOptional: element.endsWith('?'),
    }));
    parsed.set(pattern, elements);
  }
  return elements;
}

function daysFrom(day: string, first: number, last = first): Named & { kind: 'days' } {
  return { kind: 'days', from: shiftedDay(day, first), until: shiftedDay(day, last) };
}

function wholeMonth(year: number, month: number, today: string): Named & { kind: 'month' } {
  const [from, until] = [new Date(Date.UTC(year, month - 1, 1)), new Date(Date.UTC(year, month, 0))].map(
    (date) => date.toISOString().slice(0, 10),
  ) as [string, string];
  return { kind: 'month', from: laterOf(from, today), until };
}

function lastDayOf(named: Named): Named {
  return named.kind === 'month' ? { ...named, kind: 'days', from: named.until } : named;
}

const mondayOf = (day: string) => shiftedDay(day, -((weekdayOf(day) + SUNDAY) % WEEK));
const startingFrom = ({ from, until }: { from: string; until: string }, today: string) => ({
  from: laterOf(from, today),
  until,
});
