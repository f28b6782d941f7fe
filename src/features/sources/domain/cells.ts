/** Reads the cells of a row of another channel. Each returns undefined for what does not fit. */
import { fold } from '../../../platform/text/fold.js';
import type { Arrived, Channel, Kind } from './arrived.js';

const CHANNEL_WORDS: Readonly<Record<string, Channel>> = {
  pqr: 'pqrs',
  pqrs: 'pqrs',
  pqrsf: 'pqrs',
  'cliente incognito': 'mystery-shopper',
  'mystery shopper': 'mystery-shopper',
  'mystery-shopper': 'mystery-shopper',
  'plataforma de desarrollo': 'development-platform',
  'development platform': 'development-platform',
  'development-platform': 'development-platform',
};

const KIND_WORDS: Readonly<Record<string, Kind>> = {
  ...of('failure', 'falla queja reclamo reporte peticion failure complaint claim'),
  ...of('thanks', 'felicitacion agradecimiento reconocimiento thanks compliment praise'),
};

const HEALTH_WORDS: Readonly<Record<string, NonNullable<Arrived['health']> | 'no'>> = {
  ...of('no', 'no n false 0'),
  ...of('simple', 'si s x yes y true 1 simple'),
  ...of('prioritised', 'priorizado priorizada prioritised prioritized'),
  ...of('vital', 'vital'),
};

function of<Value extends string>(value: Value, words: string): Record<string, Value> {
  return Object.fromEntries(words.split(' ').map((word) => [word, value]));
}

export const channelIn = (cell: string): Channel | undefined => CHANNEL_WORDS[fold(cell)];
export const kindIn = (cell: string): Kind | undefined => KIND_WORDS[fold(cell)];
export const healthIn = (cell: string): NonNullable<Arrived['health']> | 'no' | undefined =>
  HEALTH_WORDS[fold(cell)];

const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[ T].*)?$/;
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?$/;

/** Reads 3/11/2026, 03-11-26 and 2026-11-03, with or without a time. @returns `YYYY-MM-DD`. */
export function dayIn(cell: string): string | undefined {
  const yearFirst = YEAR_FIRST.exec(cell);
  const dayFirst = DAY_FIRST.exec(cell);
  const [year, month, day] = yearFirst
    ? [yearFirst[1], yearFirst[2], yearFirst[3]]
    : [dayFirst?.[3], dayFirst?.[2], dayFirst?.[1]];
  if (!year || !month || !day) return undefined;
  const written = [year.length === 2 ? `20${year}` : year, two(month), two(day)].join('-');
  const moment = new Date(`${written}T00:00:00Z`);
  // 31 February would become 3 March.
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(written) ? written : undefined;
}

const two = (digits: string) => digits.padStart(2, '0');
