/** Who may commit to something: people pickers do not work on phones. */
import type { Person } from '../../../../platform/people/person.js';

const MOST = 8;

/**
 * The people of a leader by name, then the leader. The reporter is among them as everybody else: a list without them
 * would tell who reported.
 */
export function likelyToCommit(everyone: readonly Person[], leader: Person): Person[] {
  const people = everyone
    .filter(({ superiorId, isDisabled }) => superiorId === leader.id && !isDisabled)
    .sort((one, other) => one.name.localeCompare(other.name, 'es'));
  return [...people.slice(0, MOST), leader];
}
