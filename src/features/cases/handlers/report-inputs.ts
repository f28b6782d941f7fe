/** What the two cards of a report send, checked. */
import { z } from 'zod';
import { bogotaDay } from '../../../platform/text/dates.js';
import { makeVisible } from '../../../platform/text/visible.js';
import { LEVELS } from '../domain/assessment.js';
import { EFFORTS, SOURCES, TOPICS } from '../domain/case.js';
import type { Confirmation } from '../domain/confirmation.js';
import type { Draft } from '../store/drafts.js';

/** UTF-16 units of a narrative, as the card says them. */
export const MIN_NARRATIVE = 20;
export const MAX_NARRATIVE = 4_000;
/** What is kept of one that is too long: more than enough for it to be shortened. */
export const MAX_KEPT = 2 * MAX_NARRATIVE;
const MAX_PLACE = 200;
/** Longer than any Entra object id. */
const MAX_ID = 100;

/** Toggles arrive as the strings "true" and "false". */
const toggle = z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')]);
/** A choice of several arrives as one string, separated by commas. */
const several = <T extends string>(values: readonly [T, ...T[]]) =>
  z.string().transform((value) => values.filter((item) => value.split(',').includes(item)));

const describe = z.object({
  topic: z.enum(['', ...TOPICS]).catch(''),
  source: z.enum(SOURCES).catch('moment-of-truth'),
  place: z
    .string()
    .catch('')
    .transform((value) => value.slice(0, MAX_PLACE)),
  occurredOn: z.iso.date().or(z.literal('')).catch(''),
  efforts: several(EFFORTS).catch([]),
  confidential: toggle.catch(false),
});

export type NarrativeProblem =
  | { kind: 'empty' }
  | { kind: 'short'; missing: number }
  | { kind: 'long'; excess: number }
  /** It has been cut to what is kept. */
  | { kind: 'cut' }
  | { kind: 'future' };

/** The draft with what the first card sent, and what is wrong with it. What was typed is always kept. */
export function readDescription(
  draft: Draft,
  input: Readonly<Record<string, unknown>>,
  now: Date,
): { draft: Draft; problem?: NarrativeProblem } {
  const narrative = typeof input.narrative === 'string' ? input.narrative : '';
  const described = { ...draft, ...describe.parse(input), narrative };
  return { draft: described, problem: problemOf(described, now) };
}

/** What is wrong with a narrative that is too long; undefined for any other. */
export function excessOf({ length }: string): NarrativeProblem | undefined {
  if (length <= MAX_NARRATIVE) return undefined;
  return length === MAX_KEPT ? { kind: 'cut' } : { kind: 'long', excess: length - MAX_NARRATIVE };
}

function problemOf(draft: Draft, now: Date): NarrativeProblem | undefined {
  const told = makeVisible(draft.narrative).trim().length;
  if (told === 0) return { kind: 'empty' };
  if (told < MIN_NARRATIVE) return { kind: 'short', missing: MIN_NARRATIVE - told };
  const long = excessOf(draft.narrative);
  if (long) return long;
  if (draft.occurredOn > bogotaDay(now)) return { kind: 'future' };
  return undefined;
}

const confirmation = z.object({
  level: z.enum(LEVELS).optional().catch(undefined),
  topic: z.enum(TOPICS).optional().catch(undefined),
  efforts: several(EFFORTS).optional().catch(undefined),
  touches: z
    .string()
    .transform((value) => value.split(',').filter((item) => item !== ''))
    .optional()
    .catch(undefined),
  safetyThreat: toggle.catch(false),
  safetyPhysical: toggle.catch(false),
  safetyHarm: toggle.catch(false),
  superiorInvolved: toggle.optional().catch(undefined),
  superior: z.string().trim().max(MAX_ID).optional().catch(undefined),
});

const asked = z.object({ asked: toggle.catch(false) });

/** Whether the card asked who is involved; a mark that nobody has set says nothing. */
export function hasAsked(input: Readonly<Record<string, unknown>>): boolean {
  return asked.parse(input).asked;
}

/** What the second card sent. An answer that cannot be read counts as not given. */
export function readConfirmation(input: Readonly<Record<string, unknown>>): Confirmation {
  const { superior, safetyThreat, safetyPhysical, safetyHarm, ...rest } = confirmation.parse(input);
  return {
    ...rest,
    chosenSuperiorId: superior || undefined,
    safety: { threat: safetyThreat, physical: safetyPhysical, harm: safetyHarm },
  };
}
