/** The rows of commitments in the table `CaseIndex`. They are written and removed with those of their case. */
import { z } from 'zod';
import type { Row } from '../../../platform/storage/tables.js';
import type { Case } from '../domain/case.js';
import { COMMITMENT_KINDS, COMMITMENT_STATES, type Commitment, nextFollowUp } from '../domain/commitment.js';

export const commitmentRow = z
  .object({
    caseId: z.string(),
    of: z.number().int(),
    personId: z.string(),
    until: z.string(),
    kind: z.enum(COMMITMENT_KINDS),
    state: z.enum(COMMITMENT_STATES),
    /** What was agreed, encrypted. */
    words: z.string(),
  })
  .transform(({ words: what, ...columns }) => ({ ...columns, what }));
/** A commitment as the lists show it. */
export type ListedCommitment = z.output<typeof commitmentRow>;

/** Those that are due next come first, and those that are done last. */
const DONE = 'done:';

export const committedBy = (personId: string) => `committed:${personId}`;
export const agreedIn = (leaderId: string) => `agreed:${leaderId}`;
/** All commitments for which something comes next, by the moment. */
export const FOLLOWED = 'followed';

/** @param leaders the leader of who committed, by the number of the commitment. */
export function commitmentRows(subject: Case, leaders: ReadonlyMap<number, string>): Row[] {
  return subject.commitments.flatMap((commitment) =>
    rowsOf(subject.id, commitment, leaders.get(commitment.seq)),
  );
}

function rowsOf(caseId: string, commitment: Commitment, leaderId: string | undefined): Row[] {
  const { seq: of, personId, until, kind, state, what: words } = commitment;
  const columns = { caseId, of, personId, until, kind, state };
  const isDone = state === 'done';
  const rowKey = `${isDone ? DONE : ''}${until}:${caseId}:${of}`;
  const next = nextFollowUp(commitment);
  return [
    { partitionKey: committedBy(personId), rowKey, ...columns, words },
    ...(leaderId && !isDone ? [{ partitionKey: agreedIn(leaderId), rowKey, ...columns, words }] : []),
    ...(next
      ? [{ partitionKey: FOLLOWED, rowKey: `${next.at.toISOString()}:${caseId}:${of}`, caseId, of }]
      : []),
  ];
}
