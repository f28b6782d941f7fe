/** A report in progress. Its id becomes the id of the case, which makes sending idempotent. */
import { z } from 'zod';
import { evidence } from '../../../platform/cleaning/evidence.js';
import { LEVELS } from '../../../platform/impact/assessment.js';
import { EFFORTS, SOURCES, TOPICS } from '../../../platform/impact/failure.js';
import { confirmation, stillChosen } from './confirmation.js';

export const draft = z.object({
  id: z.string(),
  narrative: z.string(),
  /** Empty when the bot is to propose it. */
  topic: z.enum(['', ...TOPICS]),
  source: z.enum(SOURCES),
  place: z.string(),
  /** `YYYY-MM-DD`, or empty. */
  occurredOn: z.string(),
  efforts: z.array(z.enum(EFFORTS)),
  confidential: z.boolean(),
  /** Assigned on the first attempt to send, and kept so that a retry does not use up another number. */
  number: z.string(),
  /** When the number was assigned, ISO 8601; empty before. */
  numberedAt: z.string().default(''),
  /** Files sent while the report was written. */
  evidence: z.array(evidence),
  /** Until then, the reporter agreed to add files that cannot be cleaned. ISO 8601; empty if never. */
  uncleanUntil: z.string().default(''),
  /** Which files, by the hashes of their contents, with spaces between them. */
  uncleanOf: z.string().default(''),
  /** The level that a hosted model raised the report to; `low` if it did not. */
  raisedTo: z.enum(LEVELS),
  /** A hosted model takes the high level for a false alarm. */
  doubtsHigh: z.boolean().default(false),
  /** It tells of trouble for having reported. */
  retaliation: z.boolean().default(false),
  /** It was begun with "Reportar en confidencia". */
  inConfidence: z.boolean().default(false),
  /** Choices on the second card before going back to the first. */
  chosen: confirmation.optional(),
  /** What stood there before words last changed it, for who takes that back. */
  before: z.object({ narrative: z.string(), occurredOn: z.string() }).optional(),
});
export type Draft = z.output<typeof draft>;

/** What was decided about a story does not hold for one that has changed. */
export const revised = (before: Draft, after: Draft): Draft => ({
  ...after,
  raisedTo: 'low',
  doubtsHigh: false,
  chosen: before.chosen && stillChosen(before.chosen, before, after),
});

/** The draft with another story, which can be taken back. */
export const rewritten = (draft: Draft, narrative: string): Draft =>
  revised(draft, {
    ...draft,
    narrative,
    before: { narrative: draft.narrative, occurredOn: draft.occurredOn },
  });

/** The draft as it was before words last changed it. */
export const undone = (draft: Draft): Draft =>
  draft.before ? revised(draft, { ...draft, ...draft.before, before: undefined }) : draft;

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
    numberedAt: '',
    evidence: [],
    uncleanUntil: '',
    uncleanOf: '',
    raisedTo: 'low',
    doubtsHigh: false,
    retaliation: false,
    inConfidence: false,
  };
}
