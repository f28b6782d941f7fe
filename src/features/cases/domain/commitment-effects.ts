/** Who is told of what happens to a commitment, besides those whose cards of the case change. */
import type { Case } from './case.js';
import type { Commitment } from './commitment.js';
import type { CaseEvent, EventType } from './event.js';

/** The commitment that an event is about; undefined when it is about none. */
export function commitmentOf({ body, seq }: CaseEvent, { commitments }: Case): Commitment | undefined {
  const of = 'of' in body && typeof body.of === 'number' ? body.of : seq;
  return commitments.find((commitment) => commitment.seq === of);
}

/** Events of a commitment of which the reporter learns nothing: they read that there are some, not how they go. */
export const KEPT_FROM_REPORTER: readonly EventType[] = [
  'commitment-reminded',
  'commitment-done',
  'commitment-extended',
  'commitment-lapsed',
];

/** These change when somebody is to be told next. */
const SCHEDULING: readonly EventType[] = [
  'committed',
  'closed',
  'commitment-reminded',
  'commitment-extended',
  'commitment-lapsed',
];

export interface CommitmentTold {
  /** Who is told. */
  told: string[];
  schedules: boolean;
}

/**
 * @param leaders the superior of who committed or, without one, those who watch over the case.
 */
export function toldOfCommitment(
  event: CaseEvent,
  after: Case,
  leaders: readonly string[],
): CommitmentTold | undefined {
  const commitment = commitmentOf(event, after);
  if (!commitment) return undefined;
  const { type } = event.body;
  const hasIt = after.assignee.kind === 'person' ? [after.assignee.id] : [];
  const isReminder = type === 'commitment-reminded';
  const people = [
    ...(commitment.hasLeft ? [] : [commitment.personId]),
    ...leaders,
    ...(isReminder ? [] : hasIt),
  ];
  return {
    told: [...new Set(people)].filter((id) => id !== event.actorId),
    schedules: SCHEDULING.includes(type),
  };
}
