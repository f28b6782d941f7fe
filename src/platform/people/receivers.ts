/** Who may receive what few may read. */
import { type Directory, findActive, type Person, type Role } from './person.js';

/** With fewer, one person alone could make a report vanish. */
export const LEAST_RECEIVERS = 2;

/** Those with a role who are there and not among the hidden. */
export async function activeReceivers(
  directory: Directory,
  role: Role,
  hidden: readonly string[],
): Promise<Person[]> {
  const able = (await directory.withRole(role)).filter(({ id }) => !hidden.includes(id));
  const active = await Promise.all(able.map(({ id }) => findActive(directory, id)));
  return active.filter((person) => person !== undefined);
}
