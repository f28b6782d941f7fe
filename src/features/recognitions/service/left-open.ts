/** What recognitions leave open in a conversation. */
import { z } from 'zod';
import type { Left, Thing } from '../../../platform/dialogue/thing.js';
import { SOURCES } from '../domain/recognition.js';

/** The name of the feature in things. */
export const RECOGNITIONS = 'recognitions';

const form = z.object({
  id: z.string(),
  words: z.object({
    people: z.array(z.string()).readonly(),
    attribute: z.string(),
    message: z.string(),
    source: z.enum(SOURCES),
    isPublic: z.boolean(),
  }),
  /** The preview was shown, and not the form. */
  isPreviewed: z.boolean().default(false),
});
export type RecognitionInHand = z.output<typeof form>;

export const formIn = ({ data }: Pick<Thing, 'data'>): RecognitionInHand => form.parse(data);
export const leftForm = (data: RecognitionInHand): Left => ({ kind: 'form', of: RECOGNITIONS, data });
export const formIsOver: Left = { kind: 'form', of: RECOGNITIONS, isOver: true };
