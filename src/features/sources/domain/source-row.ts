/** A row as it is kept: it waits, was decided on, and once that is carried out only the decision stays. */
import { z } from 'zod';
import { type Assessed, DISMISSALS } from './arrived.js';
import { oldCaseIdOf, oldRecognitionIdOf } from './old-ids.js';

/** How long a decision can be taken back. Nothing goes out before. */
export const UNDO_MS = 2 * 60_000;

/** The recipients of thanks, and the words they get. */
export const thanked = z.object({
  people: z.array(z.string()),
  /** The id of an attribute of the policy. */
  attribute: z.string(),
  message: z.string(),
  /** It may be published, if who is thanked wants it. */
  isPublic: z.boolean(),
});
export type Thanked = z.output<typeof thanked>;

const by = { by: z.string(), /** ISO 8601, UTC. */ at: z.string() };

export const decision = z.discriminatedUnion('as', [
  /** @property leaderId who gets it; undefined: as the route says. */
  z.object({ as: z.literal('report'), leaderId: z.string().optional(), ...by }),
  thanked.extend({ as: z.literal('thanks'), ...by }),
  z.object({ as: z.literal('dismissed'), reason: z.enum(DISMISSALS), ...by }),
]);
export type Decision = z.output<typeof decision>;

/** `carrying`: too late to take it back. `done`: the text is gone, and what came of it stands elsewhere. `expired`: nobody decided in time. */
export const STATES = ['waiting', 'decided', 'carrying', 'done', 'expired'] as const;

export interface SourceRow extends Assessed {
  /** The id cards send back. */
  id: string;
  /** The id of the case or the recognition that it becomes, so that it becomes one only. */
  becomes: string;
  state: (typeof STATES)[number];
  /** When it was kept. ISO 8601, UTC. */
  keptAt: string;
  /** Its key in the list of those that wait, or of those to carry out; empty once it is over. */
  slot: string;
  decision?: Decision;
  /** What was decided of thanks and taken back, or could not be told. */
  tried?: Thanked;
  /** The number of the case that it became; empty if none. */
  caseNumber: string;
}

/** The id of the recognition that a row becomes. */
export const recognitionIdOf = (row: SourceRow): string =>
  row.becomes === oldCaseIdOf(row) ? oldRecognitionIdOf(row) : row.becomes;

/** The moment until which a decision can be taken back. */
export const undoableUntil = ({ at }: Pick<Decision, 'at'>): Date => new Date(Date.parse(at) + UNDO_MS);

/** A row that waits again after a decision, which the form begins with the next time. */
export function waitingAgain({ decision: before, ...row }: SourceRow, slot: string): SourceRow {
  return { ...row, state: 'waiting', slot, ...(before?.as === 'thanks' && { tried: thanked.parse(before) }) };
}

/** The trace of a finished row, so it is never taken in again. */
export function emptied({ decision: before, tried: _, ...row }: SourceRow): SourceRow {
  return {
    ...row,
    text: '',
    person: '',
    personId: undefined,
    place: '',
    slot: '',
    proposed: { ...row.proposed, why: [] },
    ...(before && { decision: before.as === 'thanks' ? { ...before, people: [], message: '' } : before }),
  };
}
