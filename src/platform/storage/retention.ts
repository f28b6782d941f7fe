/** How long what is kept. */
import { z } from 'zod';

/** What has a time of its own. */
export const RETAINED = [
  'cases',
  'drafts',
  'trainings',
  'tickets',
  'activities',
  'feedback',
  'requests',
] as const;
export type Retained = (typeof RETAINED)[number];

/** Deletes what of a kind was last touched before a moment. */
export interface Sweep {
  kind: Retained;
  /** Returns how many, `most` at most; fewer when nothing is left. `rule` is put on record beside what is deleted. */
  run(before: Date, most: number, rule: string): Promise<number>;
}

/** So many days or calendar years. */
export interface Period {
  count: number;
  unit: 'd' | 'y';
}
export type Retention = Readonly<Record<Retained, Period>>;

/**
 * Cases from their last event: what Ley 1010 de 2006 with Ley 2209 de 2022 lets somebody claim lapses after three
 * years, and a trial takes its time. Trainings, with who was there, from their end. `requests` are those to correct one's data.
 */
export const DEFAULT_RETENTION: Retention = {
  cases: { count: 5, unit: 'y' },
  drafts: { count: 30, unit: 'd' },
  trainings: { count: 5, unit: 'y' },
  tickets: { count: 1, unit: 'd' },
  activities: { count: 7, unit: 'd' },
  feedback: { count: 2, unit: 'y' },
  requests: { count: 5, unit: 'y' },
};

/** `cases=5y,drafts=30d`: how long each kind is kept, in days or years; what is not named keeps its default. */
export const retention = z
  .string()
  .regex(/^[a-z]+=[1-9]\d{0,3}[dy](,[a-z]+=[1-9]\d{0,3}[dy])*$/)
  .transform((value) => value.split(',').map((part) => part.split('=')))
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
  // Ley 1010 de 2006 with Ley 2209 de 2022: what somebody may claim lapses after three years.
  .refine(
    ({ cases: { count, unit } }) => (unit === 'y' ? count >= 3 : count >= 3 * 366),
    'cases may be claimed about for 3 years: keep them so long at least',
  );

const DAY_MS = 86_400_000;

/** What was last touched before this moment has been kept long enough. */
export function horizonOf({ count, unit }: Period, now: Date): Date {
  if (unit === 'd') return new Date(now.getTime() - count * DAY_MS);
  const horizon = new Date(now);
  horizon.setUTCFullYear(now.getUTCFullYear() - count);
  // 29 February has no day of its name in most years; the day before it would keep nothing too short.
  if (horizon.getUTCMonth() !== now.getUTCMonth()) horizon.setUTCDate(0);
  return horizon;
}

/** As the settings say it: `cases=5y`. Stands on record beside what was deleted by it. */
export function ruleOf(kind: Retained, { count, unit }: Period): string {
  return `${kind}=${count}${unit}`;
}

/** Night-time in Bogotá (UTC−5), when nobody waits. */
const NIGHT_HOUR_UTC = 8;

/** The next moment at which the retention runs, after this one. */
export function nextNight(now: Date): Date {
  const night = new Date(now);
  night.setUTCHours(NIGHT_HOUR_UTC, 0, 0, 0);
  return night > now ? night : new Date(night.getTime() + DAY_MS);
}
