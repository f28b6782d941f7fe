/** The retention of each kind of data. */
import { z } from 'zod';

/** The kinds of data that have a retention period. */
export const RETAINED = [
  'cases',
  'drafts',
  'trainings',
  'visitors',
  'tickets',
  'feedback',
  'requests',
  'figures',
  'practice',
  'recognitions',
  'sources',
] as const;
export type Retained = (typeof RETAINED)[number];

/** Deletes data of one kind that was last changed before a moment. */
export interface Sweep {
  kind: Retained;
  /**
   * Deletes at most `most` and returns the number; fewer means that nothing is left. `rule` is recorded with
   * each deletion.
   */
  run(before: Date, most: number, rule: string): Promise<number>;
}

/** A number of days or calendar years. */
export interface Period {
  count: number;
  unit: 'd' | 'y';
}
export type Retention = Readonly<Record<Retained, Period>>;

/**
 * Cases count from their last event: claims under Ley 1010 de 2006 with Ley 2209 de 2022 lapse after three
 * years, and a trial takes time. Trainings, with their attendance, count from their end. `visitors` are the
 * names of people from outside who joined the meeting of a training, and count from then. `requests` are
 * requests to correct personal data. `figures` are counts without people, by month. `practice` is what
 * people ticked of the practice of the day. `sources` are rows of other channels that nobody has decided on.
 */
export const DEFAULT_RETENTION: Retention = {
  cases: { count: 5, unit: 'y' },
  drafts: { count: 30, unit: 'd' },
  trainings: { count: 5, unit: 'y' },
  visitors: { count: 7, unit: 'd' },
  tickets: { count: 1, unit: 'd' },
  feedback: { count: 2, unit: 'y' },
  requests: { count: 5, unit: 'y' },
  figures: { count: 10, unit: 'y' },
  practice: { count: 1, unit: 'y' },
  recognitions: { count: 3, unit: 'y' },
  sources: { count: 1, unit: 'y' },
};

/** Kinds of earlier versions, which settings may still name. */
const GONE: readonly string[] = ['activities'];

/** `cases=5y,drafts=30d`: the retention of each kind in days or years; other kinds keep their default. */
export const retention = z
  .string()
  .regex(/^[a-z]+=[1-9]\d{0,3}[dy](,[a-z]+=[1-9]\d{0,3}[dy])*$/)
  .transform((value) => value.split(',').map((part) => part.split('=')))
  .transform((parts) => parts.filter(([kind = '']) => !GONE.includes(kind)))
  .refine(
    (parts) => parts.every(([kind = '']) => kind in DEFAULT_RETENTION),
    'names a kind that there is not',
  )
  .transform((parts): Retention => {
    const named = parts.map(([kind = '', length = '']): [string, Period] => [
      kind,
      { count: Number(length.slice(0, -1)), unit: length.endsWith('y') ? 'y' : 'd' },
    ]);
    return { ...DEFAULT_RETENTION, ...Object.fromEntries(named) };
  })
  // Ley 1010 de 2006 with Ley 2209 de 2022: claims lapse after three years.
  .refine(
    ({ cases: { count, unit } }) => (unit === 'y' ? count >= 3 : count >= 3 * 366),
    'cases may be claimed about for 3 years: keep them so long at least',
  );

const DAY_MS = 86_400_000;

/** Returns the moment before which data has been kept long enough. */
export function horizonOf({ count, unit }: Period, now: Date): Date {
  if (unit === 'd') return new Date(now.getTime() - count * DAY_MS);
  const horizon = new Date(now);
  horizon.setUTCFullYear(now.getUTCFullYear() - count);
  // 29 February does not exist in most years; 28 February deletes nothing too early.
  if (horizon.getUTCMonth() !== now.getUTCMonth()) horizon.setUTCDate(0);
  return horizon;
}

/** Formats a rule as in the settings: `cases=5y`. It is recorded with each deletion. */
export function ruleOf(kind: Retained, { count, unit }: Period): string {
  return `${kind}=${count}${unit}`;
}

/** 3:00 in Bogotá (UTC−5), when traffic is lowest. */
const NIGHT_HOUR_UTC = 8;

/** Returns the next moment at which the retention runs. */
export function nextNight(now: Date): Date {
  const night = new Date(now);
  night.setUTCHours(NIGHT_HOUR_UTC, 0, 0, 0);
  return night > now ? night : new Date(night.getTime() + DAY_MS);
}
