/** What follows from what happens to a recognition. */
import type { Effect } from '../../../platform/delivery/outbox.js';
import { type Recognition, UNDO_MS } from './recognition.js';

export const EFFECTS = {
  /** The card of the person, of their superior or of the sender. */
  card: 'recognition.card',
  /** The post in a channel, or its deletion. */
  post: 'recognition.post',
  /** The list of the sender. */
  given: 'recognition.given',
  /** All lists. */
  index: 'recognition.index',
} as const;

export type Happening = 'sent' | 'undone' | 'published' | 'declined' | 'removed';

/** @param changed the recognitions that it happened to. */
export function effectsOf(happening: Happening, changed: readonly Recognition[], at: Date): Effect[] {
  const own = changed.map(({ personId }) => card(personId));
  const superiors = [...new Set(changed.map(superiorToTell).filter((id) => id !== ''))];
  const copies = superiors.filter((id) => !changed.some(({ personId }) => personId === id)).map(card);
  const posts = changed.flatMap(({ place }) => (place ? [post(place.conversationId)] : []));
  switch (happening) {
    case 'sent': {
      const waits = changed.some(({ senderId }) => senderId !== '');
      const told = [...own, ...copies, index];
      const notBefore = new Date(at.getTime() + UNDO_MS).toISOString();
      // What the sender gave stands in their list at once, what the others got when it is told.
      return waits ? [given, ...told.map((effect) => ({ ...effect, notBefore }))] : told;
    }
    case 'undone':
      return [index];
    case 'published':
    case 'declined':
      return [...own, ...posts, index];
    case 'removed': {
      const senders = [...new Set(changed.map(({ senderId }) => senderId))].filter((id) => id !== '');
      return [...own, ...copies, ...senders.map(card), ...posts, index];
    }
  }
}

/** The superior who gets a copy; empty for nobody. Who sent it knows it. */
export function superiorToTell({ superiorId, senderId }: Recognition): string {
  return superiorId === senderId ? '' : superiorId;
}

const card = (target: string): Effect => ({ kind: EFFECTS.card, target, urgent: false });
const post = (target: string): Effect => ({ kind: EFFECTS.post, target, urgent: false });
const given: Effect = { kind: EFFECTS.given, target: '', urgent: false };
const index: Effect = { kind: EFFECTS.index, target: '', urgent: false };
