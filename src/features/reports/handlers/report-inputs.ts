/** Parses the inputs of the two report cards. */
import { z } from 'zod';
import { bogotaDay } from '../../../platform/calendar/days.js';
import { severalOf, toggle } from '../../../platform/cards/inputs.js';
import { LEVELS } from '../../../platform/impact/assessment.js';
import { EFFORTS, SOURCES, TOPICS } from '../../../platform/impact/failure.js';
import { makeVisible } from '../../../platform/text/visible.js';
import type { Confirmation } from '../domain/confirmation.js';
import type { Draft } from '../domain/draft.js';

/** Limits of a narrative in UTF-16 units. The card states them. */
export const MIN_NARRATIVE = 20;
export const MAX_NARRATIVE = 4_000;
/** Longer narratives are cut to this length, which leaves enough text to shorten by hand. */
export const MAX_KEPT = 2 * MAX_NARRATIVE;
const MAX_PLACE = 200;
/** Longer than any Entra object id. */
const MAX_ID = 100;

/** Carried by a card whose draft is gone. It only ever adds protection: a draft that says so keeps saying it. */
const carried = z.object({ retaliation: toggle.catch(false), inConfidence: toggle.catch(false) });

const describe = z.object({
  topic: z.enum(['', ...TOPICS]).catch(''),
  source: z.enum(SOURCES).catch('moment-of-truth'),
  place: z
    .string()
    .catch('')
    .transform((value) => value.slice(0, MAX_PLACE)),
  occurredOn: z.iso.date().or(z.literal('')).catch(''),
  efforts: severalOf(EFFORTS).catch([]),
  confidential: toggle.catch(false),
});

export type NarrativeProblem =
  | { kind: 'empty' }
  | { kind: 'short'; missing: number }
  | { kind: 'long'; excess: number }
  /** The narrative was cut to `MAX_KEPT`. */
  | { kind: 'cut' }
  | { kind: 'future' };

/** The draft with the inputs of the first card, and their problem if any. The typed text is always kept. */
export function readDescription(
  draft: Draft,
  input: Readonly<Record<string, unknown>>,
  now: Date,
): { draft: Draft; problem?: NarrativeProblem | undefined } {
  const narrative = typeof input.narrative === 'string' ? input.narrative : '';
  const { retaliation, inConfidence } = carried.parse(input);
  const described = {
    ...draft,
    ...describe.parse(input),
    narrative,
    retaliation: draft.retaliation || retaliation,
    inConfidence: draft.inConfidence || inConfidence,
  };
  return { draft: described, problem: problemOf(described, now) };
}

/** The problem with a narrative that is too long; undefined for any other. */
export function excessOf({ length }: string): NarrativeProblem | undefined {
  if (length <= MAX_NARRATIVE) return undefined;
  return length === MAX_KEPT ? { kind: 'cut' } : { kind: 'long', excess: length - MAX_NARRATIVE };
}

/** The first problem with a draft; undefined if there is none. */
export function problemOf(draft: Draft, now: Date): NarrativeProblem | undefined {
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
  lessSevere: toggle.optional().catch(undefined),
  topic: z.enum(TOPICS).optional().catch(undefined),
  efforts: severalOf(EFFORTS).optional().catch(undefined),
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
  upTheLine: toggle.optional().catch(undefined),
});

const reserved = z.object({ confidential: toggle.optional().catch(undefined) });

/** The draft as the second card says whether the name is withheld; cards of an earlier version do not ask. */
export function withName<Some extends Pick<Draft, 'confidential'>>(
  draft: Some,
  input: Readonly<Record<string, unknown>>,
): Some {
  const { confidential = draft.confidential } = reserved.parse(input);
  return { ...draft, confidential };
}

const asked = z.object({ asked: toggle.catch(false) });

/** Returns true when the card asked who is involved. If it did not, an unset toggle is no answer. */
export function hasAsked(input: Readonly<Record<string, unknown>>): boolean {
  return asked.parse(input).asked;
}

const told = z.object({ told: z.string().catch('') });

/** The ids of the files of which the card said that they go as they were sent: sending it is the consent. */
export function toldOfFiles(input: Readonly<Record<string, unknown>>): string[] {
  return told.parse(input).told.split('.');
}

const shown = z.object({ to: z.string().optional().catch(undefined) });

/** The recipient whom the card named; undefined on cards of an earlier version. */
export function shownRecipient(input: Readonly<Record<string, unknown>>): string | undefined {
  return shown.parse(input).to;
}

/**
 * Parses the second card. An unreadable answer counts as not given.
 * @param touchableIds the sections of the policy that a failure may touch; others are dropped.
 */
export function readConfirmation(
  input: Readonly<Record<string, unknown>>,
  touchableIds: ReadonlySet<string>,
): Confirmation {
  const { superior, safetyThreat, safetyPhysical, safetyHarm, touches, ...rest } = confirmation.parse(input);
  return {
    ...rest,
    touches: touches?.filter((id) => touchableIds.has(id)),
    chosenSuperiorId: superior || undefined,
    safety: { threat: safetyThreat, physical: safetyPhysical, harm: safetyHarm },
  };
}
