/** What the form of a training sends. */
import { z } from 'zod';
import { lineOf, toggle } from '../../../platform/cards/inputs.js';

const MAX_TITLE = 120;
const MAX_PLACE = 300;
const MAX_CAPACITY = 20_000;
/** Stands for a number of seats that is none. */
const WRONG = -1;

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .or(z.literal(''))
  .catch('');

/** What is wrong or missing is empty, so that the form can be shown again with all the rest. */
export const trainingForm = z.object({
  id: z.uuid(),
  title: lineOf(MAX_TITLE),
  trainer: z.guid().toLowerCase().optional().catch(undefined),
  day: z.iso.date().or(z.literal('')).catch(''),
  startsAt: time,
  endsAt: time,
  place: lineOf(MAX_PLACE),
  /** The card sets no bounds, since clients take an empty field for one out of them. */
  capacity: z
    .preprocess((value) => value ?? 0, z.coerce.number().int().min(0).max(MAX_CAPACITY))
    .catch(WRONG),
  requiresCode: toggle.catch(false),
  channel: z.string().max(400).optional().catch(undefined),
});
export type TrainingForm = z.output<typeof trainingForm>;
