import { z } from 'zod';

export const correctionSchema = z.object({
  /** ISO 8601. */
  at: z.string(),
  /** `added-over`: added although all seats were taken. */
  kind: z.enum(['added', 'added-over', 'removed']),
  attendeeKey: z.string(),
  name: z.string(),
  byId: z.string(),
  byName: z.string(),
  reason: z.string(),
});

/** A change that a trainer made by hand in the list of attendees, with its reason. */
export type Correction = z.output<typeof correctionSchema>;
