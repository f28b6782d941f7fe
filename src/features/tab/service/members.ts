/** Who may open the page: people of the organisation with an active account. Read for each request. */
import { type Directory, type Person, stranger } from '../../../platform/people/person.js';

import type { Door } from './sessions.js';

export interface MemberParts {
  /** Those who act, as they are now. */
  actors: Directory;
  isGuest: (personId: string) => Promise<boolean>;
}

/** The person with the roles that they have now; undefined for a guest, and for an account that is disabled. */
export async function memberOf(
  { actors, isGuest }: MemberParts,
  id: string,
  door: Door = 'link',
): Promise<Person | undefined> {
  const [found, guest] = await Promise.all([actors.find(id), isGuest(id)]);
  const person = found ?? stranger(id);
  if (guest || person.isDisabled) return undefined;
  return door === 'link' ? { ...person, cameByLink: true } : person;
}
