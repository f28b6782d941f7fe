/** Whether Teams took a card for a channel, and where a card shows itself. */
import { DeliveryError } from '../../../platform/delivery/channel.js';
import type { Turn } from '../../../turn.js';
import type { Training } from '../domain/training.js';

/** Why a card was not posted: it certainly was not, or Teams did not say so. */
export type NotPosted = 'cannot-post' | 'in-doubt';

/** @throws every error that is not of the delivery. */
export function notPostedBecause(error: unknown): NotPosted {
  if (!(error instanceof DeliveryError)) throw error;
  return error.failure === 'ambiguous' ? 'in-doubt' : 'cannot-post';
}

/** Where a card was tapped, or asked for the view of a person. */
export type ShownCard = Pick<Turn, 'cardMessageId'> & { conversation: Pick<Turn['conversation'], 'id'> };

/** The message with the card, if it is in the channel of the training. */
export function messageOf(
  training: Training,
  { conversation, cardMessageId }: ShownCard,
): string | undefined {
  return isInChannelOf(training, conversation.id) ? cardMessageId : undefined;
}

export const isInChannelOf = ({ conversationId }: Training, other: string): boolean =>
  channelOf(conversationId) === channelOf(other);

/** The id of a thread is that of its channel, with its first message behind it. */
const channelOf = (conversationId: string) => conversationId.split(';')[0];
