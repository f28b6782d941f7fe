import { z } from 'zod';

export const correctionSchema = z.object({
  /** ISO 8601. */
  at: z.string(),
  /** `added-over`: although all seats were taken. */
  kind: z.enum(['added', 'added-over', 'removed']),
  attendeeKey: z.string(),
  name: z.string(),
  byId: z.string(),
  byName: z.string(),
  reason: z.string(),
});

/** What a trainer changed by hand in the list of attendees, and why. */
export type Correction = z.output<typeof correctionSchema>;
