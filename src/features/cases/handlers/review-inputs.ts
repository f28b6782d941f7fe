/** Parses the inputs of the verbs of a case card. */
import { z } from 'zod';
import { day, severalOf, written } from '../../../platform/cards/inputs.js';
import { LEVELS } from '../../../platform/impact/assessment.js';
import { cycle } from '../../../platform/impact/cycle.js';
import { LIST_VERBS } from '../cards/templates.js';
import { type Agreement, COMMITMENT_KINDS } from '../domain/commitment.js';
import { OUTCOMES, PRIORITIES } from '../domain/event.js';
import type { Request } from '../service/commands/completing-commands.js';

/** Teams returns numbers as it got them; some clients return strings. */
export const target = z.object({ id: z.uuid(), revision: z.coerce.number().int() });
/** The list from which the case was opened, to return to. */
export const opened = z.object({ back: z.enum(LIST_VERBS).optional().catch(undefined) });
export type Back = (typeof LIST_VERBS)[number];
export const viewed = opened.extend({ id: z.uuid() });
const chosenId = z
  .string()
  .regex(/^[a-z0-9-]{0,40}$/)
  .catch('');
const personId = z.string().trim().toLowerCase().catch('');
const outcomes = severalOf(OUTCOMES).catch([]);

/**
 * Input ids must be unique on a card. On a card with several forms each reason has its own id; on a card with
 * one form it is `reason`.
 */
const reasonIn = (own: string) => (input: unknown) => {
  const sent = input as Record<string, unknown>;
  return { ...sent, reason: sent[own] ?? sent.reason };
};
const withReason = <T extends string>(type: T, own = 'reason') =>
  z.preprocess(
    reasonIn(own),
    z.object({ reason: written }).transform(({ reason }) => ({ type, reason })),
  );

/** What the inputs of a commitment tell. */
export const agreementInputs = z
  .object({
    who: personId,
    likely: personId,
    what: written,
    until: day,
    kind: z.enum(COMMITMENT_KINDS).catch('standard'),
  })
  .transform(({ who, likely, ...agreed }): Agreement => ({ personId: who || likely, ...agreed }));

/** A closing brings a commitment when one was begun. */
const closing = z
  .object({ outcomes, summary: written })
  .and(agreementInputs)
  .transform(({ outcomes: chosen, summary, ...agreed }) => ({
    type: 'close' as const,
    outcomes: chosen,
    summary,
    ...((agreed.what || agreed.until || agreed.personId) && { agreed }),
  }));

/** The request that each verb makes of its inputs. */
export const REQUESTS = {
  'case.accept': z.object({ note: written }).transform(({ note }) => ({ type: 'accept', note })),
  'case.reject': withReason('reject'),
  'case.ask': z.object({ question: written }).transform(({ question }) => ({ type: 'ask', question })),
  'case.reply': z.object({ answer: written }).transform(({ answer }) => ({ type: 'reply', answer })),
  'case.answerHere': z.object({ answer: written }).transform(({ answer }) => ({ type: 'reply', answer })),
  'case.add': z.object({ words: written }).transform(({ words }) => ({ type: 'add', words })),
  'case.reclassify': z.preprocess(
    reasonIn('reclassifyReason'),
    z
      .object({ level: z.enum(LEVELS), reason: written })
      .transform((input) => ({ type: 'reclassify' as const, ...input })),
  ),
  'case.escalate': withReason('escalate', 'escalateReason'),
  'case.close': closing,
  'commitment.add': agreementInputs.transform((agreed) => ({ type: 'commit' as const, agreed })),
  'case.withdraw': withReason('withdraw'),
  'case.contest': withReason('contest'),
  'case.reopen': withReason('reopen'),
  'case.reassign': z.preprocess(
    reasonIn('reassignReason'),
    z
      .object({ person: personId, likely: personId, reason: written })
      .transform(({ person, likely, reason }) => ({
        type: 'reassign' as const,
        personId: person || likely,
        reason,
      })),
  ),
  'case.place': z
    .object({ service: chosenId, site: chosenId, stage: cycle.shape.stage.catch('') })
    .transform((given) => ({ type: 'place' as const, cycle: given })),
  'case.health': z
    .object({ priority: z.enum(PRIORITIES) })
    .transform(({ priority }) => ({ type: 'health' as const, priority })),
  'case.undo': z.object({}).transform(() => ({ type: 'undo' as const })),
  'case.hold': withReason('hold', 'holdReason'),
  'case.release': withReason('release', 'holdReason'),
  'case.identify': withReason('identify', 'identifyReason'),
} as const satisfies Record<string, z.ZodType<Request>>;
