/** A recognition: what somebody did well, told to them by a colleague or on behalf of a user. */

/** How it became known: policy section `reconocimientos`. They have the names of the sources of cases. */
export const SOURCES = ['colleague', 'pqrs', 'development-platform', 'mystery-shopper'] as const;
export type Source = (typeof SOURCES)[number];

/** The length of what somebody did, in UTF-16 units. */
export const LEAST_WORDS = 20;
export const MOST_WORDS = 500;
/** How many people one recognition may go to. */
export const MOST_PEOPLE = 5;
/** How long it can be taken back. Its notices wait as long. */
export const UNDO_MS = 2 * 60_000;

/**
 * - `sent`: told to the person.
 * - `published`: in a channel, as the person agreed.
 * - `declined`: not to be published; nobody is told.
 * - `removed`: the person took it away, and its words are gone.
 * - `undone`: the sender took it back before anybody was told.
 */
export const STATES = ['sent', 'published', 'declined', 'removed', 'undone'] as const;
export type State = (typeof STATES)[number];

/** Where a recognition was published. */
export interface Place {
  serviceUrl: string;
  conversationId: string;
  team: string;
}

export interface Recognition {
  sendingId: string;
  /** Who is recognised. */
  personId: string;
  /** Empty for a thanks of a user that was taken in. */
  senderId: string;
  /** The superior when it was sent; empty without one. */
  superiorId: string;
  /** The area of the person when it was sent. */
  area: string;
  /** The id of the policy's section. */
  attribute: string;
  /** What they did. */
  message: string;
  source: Source;
  /** The sender agrees to its being published. */
  isPublic: boolean;
  /** ISO 8601. */
  at: string;
  state: State;
  /** The revision of its sending at its last change. */
  revision: number;
  place?: Place;
}

/** What cards bring back: the sending, and who is recognised in it. */
export const recognitionId = ({ sendingId, personId }: Pick<Recognition, 'sendingId' | 'personId'>) =>
  `${sendingId}.${personId}`;

/** What is written before it is sent. */
export interface Words {
  people: readonly string[];
  attribute: string;
  message: string;
  source: Source;
  isPublic: boolean;
}

export const SENDING_STATES = ['draft', 'sent', 'undone'] as const;
export type SendingState = (typeof SENDING_STATES)[number];

/** A draft, or what was sent at once: the same words for one or several people. */
export interface Sending extends Words {
  id: string;
  senderId: string;
  state: SendingState;
  revision: number;
  /** When it was written, sent or taken back: ISO 8601. */
  at: string;
}

/** It still says something to others. */
export const isTold = ({ state }: Pick<Recognition, 'state'>) => state !== 'removed' && state !== 'undone';

/** The moment until which the sender may take it back; undefined for what nobody sent. */
export function undoableUntil({
  state,
  senderId,
  at,
}: Pick<Sending, 'state' | 'senderId' | 'at'>): Date | undefined {
  return state === 'sent' && senderId !== '' ? new Date(Date.parse(at) + UNDO_MS) : undefined;
}
