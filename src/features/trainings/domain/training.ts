/** A training and the hours in which one can register for it. Pure. */

/** Registering goes on so long after the end, for those who are still in the room. */
export const GRACE_MS = 30 * 60_000;
/** The longest a training may take; what is above it is a slip of the pen. */
export const MAX_DURATION_MS = 12 * 3_600_000;
/** How far ahead, or back, a training may be announced. */
const MAX_AHEAD_MS = 400 * 86_400_000;

export interface Training {
  id: string;
  title: string;
  trainerId: string;
  trainerName: string;
  /** Who announced it; the trainer, or somebody on their behalf. */
  createdBy: string;
  /** ISO 8601, as are all moments below. */
  startsAt: string;
  endsAt: string;
  /** A room, or the link of a meeting. */
  place: string;
  /** How many may register; 0 for no limit. */
  capacity: number;
  /** Whether only the code on the wall counts. */
  requiresCode: boolean;
  state: 'open' | 'closed';
  closedAt: string;
  /** Base64url of 256 random bits: the codes are made of it. It never leaves the server. */
  secret: string;
  /** SHA-256 of the key that the link of the wall carries. */
  screenKeyHash: string;
  /** Where its card is; the message is empty until it has been posted. */
  serviceUrl: string;
  conversationId: string;
  messageId: string;
  /** The message with the three questions; empty until the trainer asks for them. */
  checkMessageId: string;
}

/** Whether one may register at this moment, and if not, why. */
export type Admission = 'open' | 'early' | 'late' | 'closed';

export function admissionAt(training: Pick<Training, 'state' | 'startsAt' | 'endsAt'>, now: Date): Admission {
  if (training.state === 'closed') return 'closed';
  if (now.getTime() < Date.parse(training.startsAt)) return 'early';
  return now.getTime() > Date.parse(training.endsAt) + GRACE_MS ? 'late' : 'open';
}

export type PlanProblem =
  | 'title'
  | 'day'
  | 'hours'
  | 'capacity'
  | 'end-before-start'
  | 'too-long'
  | 'past'
  | 'far';

/** What is wrong with the hours of a training that is to be announced. */
export function problemOfHours(startsAt: Date, endsAt: Date, now: Date): PlanProblem | undefined {
  const duration = endsAt.getTime() - startsAt.getTime();
  if (duration <= 0) return 'end-before-start';
  if (duration > MAX_DURATION_MS) return 'too-long';
  if (endsAt.getTime() < now.getTime()) return 'past';
  return startsAt.getTime() > now.getTime() + MAX_AHEAD_MS ? 'far' : undefined;
}
