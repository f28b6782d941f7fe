/** What the cards of a recognition event bring back. */
import { z } from 'zod';
import { type DayPeriod, periodOf, readPeriod } from '../../../platform/calendar/day-period.js';
import { ANY, OTHER_DAYS } from '../cards/event-card.js';
import { areaKey } from '../domain/candidates.js';
import { SOURCES } from '../domain/recognition.js';

const optional = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);
const key = z
  .string()
  .max(200)
  .refine((value) => value !== ANY);

export const eventView = z.object({
  period: z.string().max(40).catch(''),
  from: z.string().max(10).catch(''),
  until: z.string().max(10).catch(''),
  attribute: optional(key),
  area: optional(key.transform(areaKey)),
  source: optional(z.enum(SOURCES)),
  page: z.coerce.number().int().min(0).max(100_000).catch(0),
});

/** One candidate, and the list to go back to. */
export const ofCandidate = eventView.extend({ id: z.string().min(1).max(100) });

/**
 * The period that was chosen, or typed. The quarter that runs when nothing was; undefined for days that are no period.
 */
export function periodIn(
  { period, from, until }: Pick<z.output<typeof eventView>, 'period' | 'from' | 'until'>,
  now: Date,
): DayPeriod | undefined {
  if (period === '') return defaultPeriod(now);
  return readPeriod(period === OTHER_DAYS ? `${from}..${until}` : period);
}

export const defaultPeriod = (now: Date): DayPeriod => periodOf('quarter', now);
