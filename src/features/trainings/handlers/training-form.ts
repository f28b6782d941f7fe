/** The input of the form that announces a training. */
import { z } from 'zod';
import { lineOf, toggle } from '../../../platform/cards/inputs.js';

const MAX_TITLE = 120;
const MAX_PLACE = 300;
const MAX_CAPACITY = 20_000;
const MAX_MINUTES = 720;
/** Marks an invalid number. */
const WRONG = -1;

const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .or(z.literal(''))
  .catch('');

const numberUpTo = (most: number) =>
  z.preprocess((value) => value ?? 0, z.coerce.number().int().min(0).max(most)).catch(WRONG);

/** Missing or invalid fields become empty, so that the form can be shown again with the others kept. */
export const trainingForm = z.object({
  id: z.uuid(),
  title: lineOf(MAX_TITLE),
  trainer: z.guid().toLowerCase().optional().catch(undefined),
  day: z.iso.date().or(z.literal('')).catch(''),
  startsAt: time,
  endsAt: time,
  place: lineOf(MAX_PLACE),
  /** The card sets no bounds, because clients treat an empty field as out of bounds. */
  capacity: numberUpTo(MAX_CAPACITY),
  leastMinutes: numberUpTo(MAX_MINUTES),
  requiresCode: toggle.catch(false),
  channel: z.string().max(400).optional().catch(undefined),
});
export type TrainingForm = z.output<typeof trainingForm>;
