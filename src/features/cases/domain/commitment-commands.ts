/** The commands on commitments, as far as they do not move the case. */
import type { Case } from './case.js';
import {
  type Agreement,
  type Commitment,
  type FollowUp,
  isPossibleDay,
  MOST_COMMITMENTS,
} from './commitment.js';
import type { EventBody, Outcome } from './event.js';

/** `of`: the number of the event that made the commitment. */
export type CommitmentCommand =
  | { type: 'commit'; agreed: Agreement }
  | { type: 'fulfil'; of: number; note: string }
  | { type: 'extend'; of: number; until: string; reason: string }
  | { type: 'follow-up'; of: number; phase: FollowUp['phase']; hasLeft: boolean };

export type CommitmentRefusal =
  | 'missing-commitment'
  | 'not-in-protected'
  | 'missing-person'
  | 'missing-what'
  | 'missing-day'
  | 'impossible-day'
  | 'not-later'
  | 'too-many-commitments'
  | 'done-already'
  | 'no-commitment';

/** Outcomes that are a commitment of somebody. */
const COMMITTING: readonly Outcome[] = ['standard', 'development-plan'];

type Decided = { body: EventBody } | { refusal: CommitmentRefusal | 'missing-reason' };

export function decideOnCommitment(before: Case, command: CommitmentCommand, now: Date): Decided {
  if (command.type === 'commit') {
    const refusal = refusalOf(before, command.agreed, now);
    return refusal ? { refusal } : { body: { type: 'committed', agreed: command.agreed } };
  }
  const commitment = before.commitments.find(({ seq }) => seq === command.of);
  if (!commitment) return { refusal: 'no-commitment' };
  switch (command.type) {
    case 'fulfil':
      if (commitment.state === 'done') return { refusal: 'done-already' };
      return { body: { type: 'commitment-done', of: command.of, note: command.note } };
    case 'extend':
      return extend(commitment, command, now);
    case 'follow-up': {
      const { of, phase, hasLeft } = command;
      return phase === 'lapse' || hasLeft
        ? { body: { type: 'commitment-lapsed', of, hasLeft } }
        : { body: { type: 'commitment-reminded', of, reminder: phase } };
    }
  }
}

/** A commitment that was taken for done gets another day in the same way. */
function extend(
  commitment: Commitment,
  { of, until, reason }: { of: number; until: string; reason: string },
  now: Date,
): Decided {
  if (!until) return { refusal: 'missing-day' };
  if (!isPossibleDay(until, now)) return { refusal: 'impossible-day' };
  if (commitment.state !== 'done' && until <= commitment.until) return { refusal: 'not-later' };
  if (!reason) return { refusal: 'missing-reason' };
  return { body: { type: 'commitment-extended', of, until, reason } };
}

/** What is wrong with what was agreed; undefined if nothing is. */
function refusalOf(before: Case, agreed: Agreement, now: Date): CommitmentRefusal | undefined {
  if (before.protectedBy) return 'not-in-protected';
  if (before.commitments.length >= MOST_COMMITMENTS) return 'too-many-commitments';
  if (!agreed.what) return 'missing-what';
  if (!agreed.personId) return 'missing-person';
  if (!agreed.until) return 'missing-day';
  return isPossibleDay(agreed.until, now) ? undefined : 'impossible-day';
}

/**
 * What is wrong with the commitment that a closing asks for. A protected case has none, and no outcome that is one:
 * nobody is confronted in it.
 */
export function refusalOfClosing(
  before: Case,
  { outcomes, agreed }: { outcomes: readonly Outcome[]; agreed?: Agreement | undefined },
  now: Date,
): CommitmentRefusal | undefined {
  if (!outcomes.every((outcome) => isPossibleOutcome(before, outcome))) return 'not-in-protected';
  if (agreed) return refusalOf(before, agreed, now);
  return asksForCommitment(before, outcomes) ? 'missing-commitment' : undefined;
}

export function asksForCommitment({ commitments, protectedBy }: Case, outcomes: readonly Outcome[]): boolean {
  if (protectedBy || commitments.length > 0) return false;
  return outcomes.some((outcome) => COMMITTING.includes(outcome));
}

/** The outcomes that a case can close with. */
export const isPossibleOutcome = ({ protectedBy }: Case, outcome: Outcome): boolean =>
  !protectedBy || !COMMITTING.includes(outcome);
