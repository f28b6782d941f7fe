/** A row as it is kept: it waits, was decided on, and once that is carried out only the decision stays. */
import { z } from 'zod';
import { type Assessed, DISMISSALS } from './arrived.js';

/** How long a decision can be taken back. Nothing goes out before. */
export const UNDO_MS = 2 * 60_000;

const by = { by: z.string(), /** ISO 8601, UTC. */ at: z.string() };

export const decision = z.discriminatedUnion('as', [
  /** @property leaderId who gets it; undefined: as the route says. */
  z.object({ as: z.literal('report'), leaderId: z.string().optional(), ...by }),
  z.object({ as: z.literal('dismissed'), reason: z.enum(DISMISSALS), ...by }),
]);
export type Decision = z.output<typeof decision>;

/** `carrying`: too late to take it back. `done`: the text is gone, and what came of it stands elsewhere. `expired`: nobody decided in time. */
export const STATES = ['waiting', 'decided', 'carrying', 'done', 'expired'] as const;

export interface SourceRow extends Assessed {
  state: (typeof STATES)[number];
  /** When it was kept. ISO 8601, UTC. */
  keptAt: string;
  /** Its key in the list of those that wait, or of those to carry out; empty once it is over. */
  slot: string;
  decision?: Decision;
  /** The number of the case that it became; empty if none. */
  caseNumber: string;
}

/** The moment until which a decision can be taken back. */
export const undoableUntil = ({ at }: Pick<Decision, 'at'>): Date => new Date(Date.parse(at) + UNDO_MS);

/** What is kept of a row that is over, so that it is never taken in again. */
export const emptied = (row: SourceRow): SourceRow => ({
  ...row,
  text: '',
  person: '',
  personId: undefined,
  place: '',
  slot: '',
  proposed: { ...row.proposed, why: [] },
});
