/** A training, and when people can register for it. */
import { z } from 'zod';

/** Registration stays open this long after the end, for those who are still in the room. */
export const GRACE_MS = 30 * 60_000;

export const trainingSchema = z.object({
  id: z.string(),
  title: z.string(),
  trainerId: z.string(),
  trainerName: z.string(),
  /** Who announced it: the trainer, or somebody on their behalf. */
  createdBy: z.string(),
  /** ISO 8601, like every moment below. */
  startsAt: z.string(),
  endsAt: z.string(),
  /** A room, or the link of a meeting. */
  place: z.string(),
  /** How many can register; 0 for no limit. */
  capacity: z.number().int(),
  /** Only the code on the screen counts. */
  requiresCode: z.boolean(),
  state: z.enum(['open', 'closed']),
  /** Empty while it is open. */
  closedAt: z.string(),
  /** Base64url of 256 random bits, from which the codes are made. It never leaves the server. */
  secret: z.string(),
  /** SHA-256 of the key in the link of the screen. */
  screenKeyHash: z.string(),
  /** The conversation of the channel that its card is in. */
  serviceUrl: z.string(),
  conversationId: z.string(),
  /** The message with its card; empty until it is posted. */
  messageId: z.string(),
  /** The message with the three questions; empty until the trainer asks for them. */
  checkMessageId: z.string(),
});
export type Training = z.output<typeof trainingSchema>;

/** `open`: people can register at this moment. The others say why they cannot. */
export type Admission = 'open' | 'early' | 'late' | 'closed';

export function admissionAt(training: Pick<Training, 'state' | 'startsAt' | 'endsAt'>, now: Date): Admission {
  if (training.state === 'closed') return 'closed';
  if (now.getTime() < Date.parse(training.startsAt)) return 'early';
  return now.getTime() > Date.parse(training.endsAt) + GRACE_MS ? 'late' : 'open';
}
