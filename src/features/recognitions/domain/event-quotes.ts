/** What may be read aloud at a recognition event. */
import { redact } from '../../../platform/text/redact.js';
import type { Recognition } from './recognition.js';

export type Quotable = Pick<
  Recognition,
  'senderId' | 'attribute' | 'message' | 'isPublic' | 'state' | 'at' | 'source'
>;

const MOST_QUOTES = 3;

/**
 * Who wrote it agreed to its being published, and who got it did not refuse; nothing in it looks like the name or the
 * number of somebody, who may be a patient.
 */
export const mayBeRead = ({ isPublic, state, message }: Quotable): boolean =>
  isPublic &&
  (state === 'sent' || state === 'published') &&
  message !== '' &&
  redact(message) === message.normalize('NFC').trim();

/** The newest of different people, for different attributes first. */
export function quotesOf<One extends Quotable>(recognitions: readonly One[]): One[] {
  const left = recognitions.filter(mayBeRead).sort((one, other) => other.at.localeCompare(one.at));
  const chosen: One[] = [];
  while (chosen.length < MOST_QUOTES) {
    const senders = new Set(chosen.map(({ senderId }) => senderId).filter((id) => id !== ''));
    const attributes = new Set(chosen.map(({ attribute }) => attribute));
    const open = left.filter((one) => !chosen.includes(one) && !senders.has(one.senderId));
    const next = open.find(({ attribute }) => !attributes.has(attribute)) ?? open[0];
    if (!next) break;
    chosen.push(next);
  }
  return chosen;
}
