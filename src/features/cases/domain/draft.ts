/** A report that is being written. Its id becomes the id of the case, so that sending twice is sending once. */
import { z } from 'zod';
import { LEVELS } from './assessment.js';
import { confirmation } from './confirmation.js';
import { EFFORTS, evidence, SOURCES, TOPICS } from './report.js';

export const draft = z.object({
  id: z.string(),
  narrative: z.string(),
  /** Empty while it is left to the bot to propose. */
  topic: z.enum(['', ...TOPICS]),
  source: z.enum(SOURCES),
  place: z.string(),
  /** `YYYY-MM-DD`, or empty. */
  occurredOn: z.string(),
  efforts: z.array(z.enum(EFFORTS)),
  confidential: z.boolean(),
  /** Given when it is first sent, and kept, so that another try does not use up another. */
  number: z.string(),
  /** Files that were sent while it was written. */
  evidence: z.array(evidence),
  /** What a hosted model raised the level to; `low` where it did not. */
  raisedTo: z.enum(LEVELS),
  /** What was chosen on the second card before going back to the first. */
  chosen: confirmation.optional(),
});
export type Draft = z.output<typeof draft>;

export function emptyDraft(id: string): Draft {
  return {
    id,
    narrative: '',
    topic: '',
    source: 'moment-of-truth',
    place: '',
    occurredOn: '',
    efforts: [],
    confidential: false,
    number: '',
    evidence: [],
    raisedTo: 'low',
  };
}
