/** A report, in its stored form. */
import { z } from 'zod';
import { CARES, discountedSignal, LEVELS, type Level, REVIEW_REASONS, signal } from './assessment.js';
import { cycle } from './cycle.js';

export const TOPICS = ['information', 'behaviour'] as const;
export type Topic = (typeof TOPICS)[number];

/** How the failure became known: policy section `consecuencias-incentivos`. */
export const SOURCES = [
  'moment-of-truth',
  'pqrs',
  'development-platform',
  'mystery-shopper',
  'landing',
  'indicator',
  'leader',
] as const;

/** What the failure cost the user: policy section `esfuerzos-usuario`. */
export const EFFORTS = ['emotional', 'cognitive', 'time'] as const;
export type Effort = (typeof EFFORTS)[number];

export const safety = z.object({ threat: z.boolean(), physical: z.boolean(), harm: z.boolean() });
/** The answers to the three safety questions. */
export type Safety = z.output<typeof safety>;
export const SAFETY_QUESTIONS = ['threat', 'physical', 'harm'] as const satisfies readonly (keyof Safety)[];

/** A file of a case. */
export const evidence = z.object({
  id: z.string(),
  /** Media type, detected from the content. */
  type: z.string(),
  /** In bytes. */
  size: z.number(),
  /** Whether what it tells about its maker can be removed, as tried when it came; undefined if not tried. */
  cleans: z.boolean().optional(),
});
export type Evidence = z.output<typeof evidence>;

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
  signals: z.array(signal),
  /** Words that match a rule but do not count in their context. */
  discounted: z.array(discountedSignal),
  cares: z.array(z.enum(CARES)),
  /** It tells of trouble for having reported. Undefined in reports of before. */
  retaliation: z.boolean().optional(),
  /** Sections of the policy that the failure touches. */
  touches: z.array(z.string()),
  /** What the narrative says of service, site and stage; undefined if nothing. */
  cycle: cycle.optional(),
});
export type Report = z.output<typeof report>;

/** The level that sets the deadlines of a report until somebody has confirmed its level. */
export function firstLevelOf({ level, urgent, reviews, candidate }: Report): Level {
  if (urgent === undefined) return reviews.length > 0 ? candidate : level;
  return urgent ? 'high' : level;
}
