/** From when until when somebody is away, as a text says it. Pure. */
import { shiftedDay } from '../calendar/days.js';
import { after, type Days, daysOf } from './date-days.js';
import type { Named } from './date-grammar.js';
import { type Mention, read } from './date-reader.js';

/** First and last day, `YYYY-MM-DD`; undefined where the text does not name them. */
export interface Span {
  from?: string;
  until?: string;
}

/** A range of dates that begins in one year and ends in the next is not longer than this. */
const LONGEST_RANGE = 270;
const HALF_YEAR = 183;
const MOST_LENGTH = 400;

/**
 * Returns the days of the one absence that a text tells of. Days that do not follow each other are several
 * absences, of which the first counts. What has begun begins today.
 * @param today `YYYY-MM-DD` in Bogotá.
 */
export function spanIn(text: string, today: string): Span {
  const { mentions, isOpen } = read(text.slice(0, MOST_LENGTH), today);
  const told = withMonths(mentions);
  const start = startOf(told, today);
  const end = endOf(told, start, today);
  if (end === 'nonsense') return {};
  const from = end?.from ?? start?.days.from;
  const until =
    end?.until ?? (start && !start.isOpen && (start.isPeriod || !isOpen) ? start.days.until : undefined);
  return { ...(from && { from }), ...(until && { until }) };
}

interface Start {
  named: Named;
  days: Days;
  /** It says only from when. */
  isOpen: boolean;
  /** The words name several days, as "la otra semana" does. */
  isPeriod: boolean;
}

function startOf(mentions: readonly Mention[], today: string): Start | undefined {
  const [first, ...others] = mentions.filter(
    ({ role, named }) => /^(at|and|from|in)$/.test(role) && isDay(role, named),
  );
  if (!first) return undefined;
  // "Hoy les cuento que el viernes no vengo": today is only when they tell it.
  const isOnlyWhen =
    first.role === 'at' &&
    isToday(first.named, today) &&
    lastListed(mentions.slice(mentions.indexOf(first) + 1), today, today) === today;
  const chosen = (isOnlyWhen && others[0]) || first;
  const days = daysOf(chosen.named, today, today);
  if (!days) return undefined;
  if (days.until < today)
    return chosen.role === 'from'
      ? { named: chosen.named, days: { from: today, until: today }, isOpen: true, isPeriod: false }
      : undefined;
  const until = lastListed(mentions.slice(mentions.indexOf(chosen) + 1), days.until, today);
  return {
    named: chosen.named,
    days: { from: days.from, until },
    isOpen: chosen.role === 'from' || chosen.role === 'in',
    isPeriod: until > days.from,
  };
}

/** "El lunes y el martes": extends the day by those that follow it directly. */
function lastListed(mentions: readonly Mention[], day: string, today: string): string {
  let last = day;
  for (const { role, named } of mentions) {
    if (role !== 'and') break;
    const next = daysOf(named, last, today);
    if (!next || next.from !== shiftedDay(last, 1)) break;
    last = next.until;
  }
  return last;
}

function endOf(
  mentions: readonly Mention[],
  start: Start | undefined,
  today: string,
): { from?: string; until: string } | 'nonsense' | undefined {
  const ending = mentions.find(
    ({ role, named }) => (role === 'until' || role === 'back') && isDay('in', named),
  );
  if (ending) return endingOn(ending, start, today);
  const length = mentions.find(
    ({ role, named }) => role !== 'in' && named.kind === 'length' && named.count > 0,
  )?.named;
  if (length?.kind !== 'length') return undefined;
  const from = start?.days.from ?? today;
  return { from, until: shiftedDay(after(from, length.count, length.unit), -1) };
}

function endingOn(
  { role, named }: Mention,
  start: Start | undefined,
  today: string,
): ReturnType<typeof endOf> {
  const lastOf = (notBefore: string): string | undefined => {
    const days = daysOf(named, notBefore, today);
    if (!days) return undefined;
    const isOver = role === 'back' || named.kind === 'month';
    return isOver ? shiftedDay(days.from, -1) : days.until;
  };
  const soonest = lastOf(today);
  if (soonest === undefined) return undefined;
  if (!start) return soonest < today ? 'nonsense' : { until: soonest };
  if (hasBegun(start.named, soonest, today)) return { from: today, until: soonest };
  const until = lastOf(start.days.from);
  if (until === undefined || until < start.days.from) return 'nonsense';
  return Date.parse(until) - Date.parse(start.days.from) > LONGEST_RANGE * 86_400_000
    ? 'nonsense'
    : { from: start.days.from, until };
}

/** "Del 20 al 30 de noviembre", told on the 24th: the next 20 November is a year away, but it is not meant. */
function hasBegun(named: Named, until: string, today: string): boolean {
  if (named.kind !== 'date' || named.month === undefined || named.year !== undefined) return false;
  const from = daysOf(named, shiftedDay(until, -HALF_YEAR), today)?.from;
  return from !== undefined && from <= today && until >= today;
}

/** "Del 28 al 4 de enero": the first day takes the month of the second, or the one before it. */
function withMonths(mentions: readonly Mention[]): Mention[] {
  const told = [...mentions];
  for (let at = told.length - 2; at >= 0; at--) {
    const [one, next] = [told[at], told[at + 1]] as [Mention, Mention];
    if (one.named.kind !== 'date' || next.named.kind !== 'date' || !/^(until|and)$/.test(next.role)) continue;
    if (one.named.month !== undefined || next.named.month === undefined) continue;
    const isBefore = next.role === 'until' && one.named.day > next.named.day;
    const month = isBefore ? ((next.named.month + 10) % 12) + 1 : next.named.month;
    const year =
      next.named.year === undefined ? undefined : next.named.year - (isBefore && month === 12 ? 1 : 0);
    told[at] = { ...one, named: { ...one.named, month, year } };
  }
  return told;
}

const isDay = (role: string, named: Named) => named.kind !== 'length' || role === 'in';
const isToday = (named: Named, today: string) =>
  named.kind === 'days' && named.from === today && named.until === today;
