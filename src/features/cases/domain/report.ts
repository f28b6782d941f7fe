/** A report, in its stored form. */
import { z } from 'zod';
import {
  CARES,
  discountedSignal,
  LEVELS,
  type Level,
  REVIEW_REASONS,
  reason,
} from '../../../platform/impact/assessment.js';
import { cycle } from '../../../platform/impact/cycle.js';
import { EFFORTS, SOURCES, safety, TOPICS } from '../../../platform/impact/failure.js';

const level = z.enum(LEVELS);

export const report = z.object({
  narrative: z.string(),
  topic: z.enum(TOPICS),
  source: z.enum(SOURCES),
  place: z.string(),
  /** `YYYY-MM-DD`, or empty. */
  occurredOn: z.string(),
  efforts: z.array(z.enum(EFFORTS)),
  confidential: z.boolean(),
  superiorInvolved: z.boolean(),
  safety,
  level,
  proposedLevel: level,
  /** Why the assignee must confirm the level; empty if it is clear. */
  reviews: z.array(z.enum(REVIEW_REASONS)),
  /** The gravest level in question. */
  candidate: level,
  /** It cannot wait for somebody to confirm its level. Undefined in cases of before, where the level in question decided. */
  urgent: z.boolean().optional(),
  signals: z.array(reason),
  /** Words that match a rule but do not count in their context. */
  discounted: z.array(discountedSignal),
  cares: z.array(z.enum(CARES)),
  /** It tells of trouble for having reported. Undefined in reports of before. */
  retaliation: z.boolean().optional(),
  /** The reporter asked that it does not go up the line, before they knew to whom it would go. Undefined in reports of before. */
  inConfidence: z.boolean().optional(),
  /** Sections of the policy that the failure touches. */
  touches: z.array(z.string()),
  /** What the narrative says of service, site and stage; undefined if nothing. */
  cycle: cycle.optional(),
});
export type Report = z.output<typeof report>;

/** Whether somebody has to say that it is high, or why not: it may be, and is proposed lower. */
export const mayBeHigh = ({ level, candidate, reviews }: Pick<Report, 'level' | 'candidate' | 'reviews'>) =>
  level !== 'high' &&
  candidate === 'high' &&
  reviews.some((reason) => reason === 'unclear' || reason === 'disagreement');

/** The level that sets the deadlines of a report until somebody has confirmed its level. */
export function firstLevelOf({ level, urgent, reviews, candidate }: Report): Level {
  if (urgent === undefined) return reviews.length > 0 ? candidate : level;
  return urgent ? 'high' : level;
}
