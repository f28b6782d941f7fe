/** What trainings leave open in a conversation. */
import { z } from 'zod';
import type { Left, Thing } from '../../../platform/dialogue/thing.js';
import { type TrainingForm, trainingForm } from './training-form.js';

/** The name of the feature in things. */
export const TRAININGS = 'trainings';

export const formIn = ({ data }: Pick<Thing, 'data'>): TrainingForm => trainingForm.parse(data);
export const leftForm = (data: TrainingForm): Left => ({ kind: 'form', of: TRAININGS, data });
export const formIsOver: Left = { kind: 'form', of: TRAININGS, isOver: true };

const running = z.object({ id: z.string() });
export const trainingIn = ({ data }: Pick<Thing, 'data'>): string => running.parse(data).id;
export const openTraining = (id: string, at: Date): Thing => ({
  kind: 'training',
  of: TRAININGS,
  at: at.toISOString(),
  data: { id },
});
