/** What the form of a training sends, checked. */
import { z } from 'zod';
import { makeVisible } from '../../../platform/text/visible.js';
import { type PlanProblem, problemOfHours } from '../domain/training.js';

const MIN_TITLE = 3;
export const MAX_TITLE = 120;
export const MAX_PLACE = 300;
const MAX_CAPACITY = 20_000;
const WRONG = -1;
/** Colombia keeps no summer time. */
const BOGOTA_OFFSET = '-05:00';

const line = (most: number) =>
  z
    .string()
    .catch('')
    .transform((value) => makeVisible(value).replace(/\s+/g, ' ').trim().slice(0, most));
/** Toggles arrive as the strings "true" and "false". */
const toggle = z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]);

const form = z.object({
  id: z.uuid(),
  title: line(MAX_TITLE),
  trainer: z.guid().toLowerCase().optional().catch(undefined),
  day: z.iso.date().or(z.literal('')).catch(''),
  startsAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .or(z.literal(''))
    .catch(''),
  endsAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .or(z.literal(''))
    .catch(''),
  place: line(MAX_PLACE),
  /** Empty is no limit; the card sets no bounds, since clients take an empty field for one out of them. */
  capacity: z
    .preprocess((value) => value ?? 0, z.coerce.number().int().min(0).max(MAX_CAPACITY))
    .catch(WRONG),
  requiresCode: toggle.catch(false),
  channel: z.string().max(400).optional().catch(undefined),
});

/** As it stands on the card, so that nothing is lost when something has to be mended. */
export type TrainingForm = z.output<typeof form>;

export interface Plan {
  startsAt: Date;
  endsAt: Date;
}

/** The form; undefined where it is not one of ours. */
export function readForm(input: Readonly<Record<string, unknown>>): TrainingForm | undefined {
  const parsed = form.safeParse(input);
  return parsed.success ? parsed.data : undefined;
}

/** The hours of a form, which are those of Bogotá, or what is wrong with it. */
export function planOf(written: TrainingForm, now: Date): { plan: Plan } | { problem: PlanProblem } {
  const { title, day, startsAt, endsAt } = written;
  if (title.length < MIN_TITLE) return { problem: 'title' };
  if (day === '') return { problem: 'day' };
  if (startsAt === '' || endsAt === '') return { problem: 'hours' };
  if (written.capacity === WRONG) return { problem: 'capacity' };
  const plan = { startsAt: bogotaMoment(day, startsAt), endsAt: bogotaMoment(day, endsAt) };
  const problem = problemOfHours(plan.startsAt, plan.endsAt, now);
  return problem ? { problem } : { plan };
}

function bogotaMoment(day: string, time: string): Date {
  return new Date(`${day}T${time}:00${BOGOTA_OFFSET}`);
}
