/** Who may be recognised, and who is likely to be. */
import { type Directory, isAway, type Person } from '../../../platform/people/person.js';
import type { RecognitionLists } from '../store/lists.js';

/** Why somebody cannot be recognised now. */
export type PersonProblem =
  | { kind: 'unknown' }
  | { kind: 'guest' }
  | { kind: 'left'; name: string }
  | { kind: 'away'; name: string; until: string };

const LATEST = 10;

export interface RecognisablePeopleParts {
  directory: Directory;
  recentDirectory: Directory;
  everyone: () => Promise<Person[]>;
  isGuest: (personId: string) => Promise<boolean>;
  lists: RecognitionLists;
}

export class RecognisablePeople {
  constructor(private readonly parts: RecognisablePeopleParts) {}

  /**
   * As the directory is now.
   * @param day on which they have to be there, `YYYY-MM-DD`; left out for a recognition that can wait for them.
   */
  async find(id: string, day?: string): Promise<{ person: Person } | { problem: PersonProblem }> {
    const { directory, isGuest } = this.parts;
    const person = await directory.find(id);
    if (!person) return { problem: { kind: (await isGuest(id)) ? 'guest' : 'unknown' } };
    if (person.isDisabled) return { problem: { kind: 'left', name: person.name } };
    if (await isGuest(id)) return { problem: { kind: 'guest' } };
    if (day && person.away && isAway(person, day))
      return { problem: { kind: 'away', name: person.name, until: person.away.until } };
    return { person };
  }

  /** Everybody else who is there; for a name that no likely person has. */
  async othersThan(id: string): Promise<Person[]> {
    return (await this.parts.everyone()).filter((one) => one.id !== id && !one.isDisabled);
  }

  /**
   * Colleagues with the same superior, the own people and superior, and whom this person recognised before, by name.
   * Never used to decide.
   */
  async likelyFor(id: string): Promise<Person[]> {
    const { recentDirectory, everyone, lists } = this.parts;
    const [me, all, given] = await Promise.all([
      recentDirectory.find(id),
      everyone(),
      lists.given(id, LATEST),
    ]);
    const before = new Set(given.recognitions.map(({ personId }) => personId));
    const isLikely = (one: Person) =>
      one.superiorId === id ||
      one.id === me?.superiorId ||
      (one.superiorId !== undefined && one.superiorId === me?.superiorId) ||
      before.has(one.id);
    return all
      .filter((one) => one.id !== id && !one.isDisabled && isLikely(one))
      .sort((one, other) => one.name.localeCompare(other.name, 'es'));
  }
}
