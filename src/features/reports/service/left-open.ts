/** What reports leave open in a conversation. */
import { z } from 'zod';
import type { Left, Thing } from '../../../platform/dialogue/thing.js';

/** The name of this feature in things. */
export const REPORTS = 'reports';

const inHand = z.object({
  id: z.string(),
  /** What sending the second card as it was shown would bring; undefined while the first one is shown. */
  review: z.record(z.string(), z.unknown()).optional(),
  /** Its reporter was asked whether it goes out with the name. */
  asksName: z.boolean().optional(),
});
export type DraftInHand = z.output<typeof inHand>;
export const draftIn = ({ data }: Pick<Thing, 'data'>): DraftInHand => inHand.parse(data);
export const leftDraft = (data: DraftInHand): Left => ({ kind: 'draft', of: REPORTS, data });

const offered = z.object({
  /** Of the draft with what was told; empty where it could not be kept. */
  draftId: z.string(),
});
export const offerIn = ({ data }: Pick<Thing, 'data'>): string =>
  offered.catch({ draftId: '' }).parse(data).draftId;
export const leftOffer = (draftId: string): Left => ({ kind: 'offer', of: REPORTS, data: { draftId } });
