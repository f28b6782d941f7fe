/** A training, and when registration is open. */
import { z } from 'zod';

/** Registration stays open this long after the end, for people who are still in the room. */
export const GRACE_MS = 30 * 60_000;

export const trainingSchema = z.object({
  id: z.string(),
  title: z.string(),
  trainerId: z.string(),
  trainerName: z.string(),
  /** The person who announced the training: the trainer, or somebody on the trainer's behalf. */
  createdBy: z.string(),
  /** ISO 8601, like every moment below. */
  startsAt: z.string(),
  endsAt: z.string(),
  /** A room, or the link to a meeting. */
  place: z.string(),
  /** Number of seats; 0 for no limit. */
  capacity: z.number().int(),
  /** Who is on the list only by the report of a meeting has attended from so many minutes on; 0 for any time. */
  leastMinutes: z.number().int().default(0),
  /** Registration accepts only the rotating code on the screen. */
  requiresCode: z.boolean(),
  state: z.enum(['open', 'closed']),
  /** Empty while registration is open. */
  closedAt: z.string(),
  /** 256 random bits in base64url; the key of the codes. It never leaves the server. */
  secret: z.string(),
  /** What the key in the link to the screen is made from, with the secret; empty in rows of version 0.1. */
  screenSeed: z.string().default(''),
  /** SHA-256 of that key, or of the random one that version 0.1 made. */
  screenKeyHash: z.string(),
  /** With `conversationId`: the channel where the card was posted. */
  serviceUrl: z.string(),
  conversationId: z.string(),
  /** The chat of the meeting that is tied to it; empty for none. */
  meetingId: z.string().default(''),
  /** The message with the card; empty until it is posted. */
  messageId: z.string(),
  /** The instance that is posting the card, or has; no other one posts it while that one lives. */
  postedBy: z.string().default(''),
  /** The message with the three questions; empty until the trainer asks for them. */
  checkMessageId: z.string(),
});
export type Training = z.output<typeof trainingSchema>;

/** `open`: people can register now. Any other value is the reason why they cannot. */
export type Admission = 'open' | 'early' | 'late' | 'closed';

export function admissionAt(training: Pick<Training, 'state' | 'startsAt' | 'endsAt'>, now: Date): Admission {
  if (training.state === 'closed') return 'closed';
  if (now.getTime() < Date.parse(training.startsAt)) return 'early';
  return now.getTime() > Date.parse(training.endsAt) + GRACE_MS ? 'late' : 'open';
}

export const hasEnded = ({ endsAt }: Pick<Training, 'endsAt'>, now: Date): boolean =>
  now.getTime() >= Date.parse(endsAt);

/** A closed registration can be opened again as long as people could have registered. */
export function canReopen(training: Training, now: Date): boolean {
  return training.state === 'closed' && admissionAt({ ...training, state: 'open' }, now) !== 'late';
}
