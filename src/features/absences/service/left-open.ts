/** What absences leave open in a conversation. */
import { z } from 'zod';
import type { Left, Thing } from '../../../platform/dialogue/thing.js';

/** The name of the feature in things. */
export const ABSENCES = 'absences';

const form = z.object({
  from: z.string(),
  until: z.string(),
  deputyId: z.string(),
  /** The absence is kept as it was shown; its days can still be changed, and it can be taken away. */
  isSaved: z.boolean().default(false),
});
export type AbsenceInHand = z.output<typeof form>;

export const formIn = ({ data }: Pick<Thing, 'data'>): AbsenceInHand => form.parse(data);
export const leftForm = (data: AbsenceInHand): Left => ({ kind: 'form', of: ABSENCES, data });
export const formIsOver: Left = { kind: 'form', of: ABSENCES, isOver: true };
