/** What the policy asks about a failure. */
import { z } from 'zod';

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
