/** What each reader of a sending gets to see: the recognised person, a superior, the sender. */
import type { Person } from '../../../platform/people/person.js';
import { superiorToTell } from '../domain/effects.js';
import { isTold, type Recognition } from '../domain/recognition.js';
import type { StoredSending } from '../store/sendings.js';

export type NoticeOf =
  /** `team`: those of their own people who are recognised with them. */
  | { kind: 'own'; recognition: Recognition; team: Recognition[] }
  | { kind: 'copy'; team: Recognition[] }
  /** Everybody took it away. */
  | { kind: 'gone' }
  | { kind: 'receipt'; recognitions: Recognition[] };

/** Undefined for somebody who is told nothing. */
export function noticeOf(
  { sending, recognitions }: Pick<StoredSending, 'sending' | 'recognitions'>,
  { id }: Pick<Person, 'id'>,
): NoticeOf | undefined {
  if (sending.state !== 'sent') return undefined;
  const copies = recognitions.filter((one) => superiorToTell(one) === id && one.personId !== id);
  const team = copies.filter(isTold);
  const own = recognitions.find(({ personId }) => personId === id);
  if (own) return { kind: 'own', recognition: own, team };
  if (sending.senderId === id) return { kind: 'receipt', recognitions: recognitions.filter(isTold) };
  if (team.length > 0) return { kind: 'copy', team };
  return copies.length > 0 ? { kind: 'gone' } : undefined;
}
