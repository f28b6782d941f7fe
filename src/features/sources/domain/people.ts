/** Finds the person a row is about, and the leader of an area. */
import type { Person } from '../../../platform/people/person.js';
import { fold, words } from '../../../platform/text/fold.js';

/** Who gets a row. Without a person it is a group. */
export interface Receiver {
  person?: Person | undefined;
  isProtected: boolean;
}

/** People by what a file may call them: e-mail, user name, Entra id; and by name, where only one has it. */
export function peopleFinder(people: readonly Person[]): (written: string) => Person | undefined {
  const named = new Map<string, Person | 'several'>();
  const known = new Map<string, Person>();
  for (const person of people) {
    for (const key of [person.id, person.email, person.upn ?? '']) if (key) known.set(fold(key), person);
    const name = fold(person.name);
    named.set(name, named.has(name) ? 'several' : person);
  }
  return (written) => {
    const key = fold(written);
    const byName = named.get(key);
    return known.get(key) ?? (byName === 'several' ? undefined : byName);
  };
}

/** The superior of at least half of an area's people; undefined if there is none. */
export function leaderOfArea(people: readonly Person[], area: string): string | undefined {
  const key = fold(area);
  const members = people.filter((person) => key !== '' && fold(person.area) === key && !person.isDisabled);
  const counts = new Map<string, number>();
  for (const { superiorId } of members)
    if (superiorId) counts.set(superiorId, (counts.get(superiorId) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most && most[1] * 2 >= members.length ? most[0] : undefined;
}

/** Candidates for thanks: the chosen people, those named by name and surname, and the people of the area. */
export function likelyThanked(
  people: readonly Person[],
  { text, area }: { text: string; area: string },
  chosen: readonly string[],
): Person[] {
  const said = new Set(words(fold(text)));
  const key = fold(area);
  const rank = (person: Person): number => {
    if (chosen.includes(person.id)) return 0;
    const [first = '', ...others] = words(fold(person.name)).filter((part) => part.length > 2);
    if (said.has(first) && others.some((part) => said.has(part))) return 1;
    return key !== '' && fold(person.area) === key ? 2 : 3;
  };
  return people
    .filter((person) => !person.isDisabled)
    .map((person) => ({ person, rank: rank(person) }))
    .filter((one) => one.rank < 3)
    .sort((one, other) => one.rank - other.rank || one.person.name.localeCompare(other.person.name, 'es'))
    .map(({ person }) => person);
}

/** Returns true for a leader who may get a row: anyone but the person it is about. */
export function mayGet(leader: Person, { personId }: { personId?: string | undefined }): boolean {
  return leader.roles.includes('leader') && !leader.isDisabled && leader.id !== personId;
}

export const isTriager = ({ roles }: Pick<Person, 'roles'>): boolean => roles.includes('humanization');
