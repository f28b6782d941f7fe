/** What is wrong with a recognition before it can be sent, and what its sender should look at again. */
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay } from '../../../platform/calendar/days.js';
import type { Person } from '../../../platform/people/person.js';
import { identifiersIn } from '../../../platform/text/redact.js';
import type { LimitProblem } from '../domain/limits.js';
import { LEAST_WORDS, MOST_PEOPLE, MOST_WORDS, type Words } from '../domain/recognition.js';
import type { Limits } from '../store/limits.js';
import type { Attributes } from './attributes.js';
import type { PersonProblem, RecognisablePeople } from './people.js';

export type PeopleProblem = { kind: 'nobody' } | { kind: 'many-people' };
export type WordsProblem =
  | { kind: 'attribute' }
  | { kind: 'too-short'; length: number }
  | { kind: 'too-long'; length: number }
  /** The words that the rules of the impact find offensive. */
  | { kind: 'offensive'; words: string[] };
export type Problem = PeopleProblem | WordsProblem | LimitProblem | PersonProblem;

export interface Checked {
  people: Person[];
  /** Numbers and addresses that may belong to a user. */
  identifiers: string[];
}

export interface CheckingParts extends Pick<FeatureContext, 'clock'> {
  people: RecognisablePeople;
  limits: Limits;
  attributes: Attributes;
  /** Returns the words of a text that the impact rules find offensive. */
  offensiveIn: (text: string) => string[];
}

export class Checking {
  constructor(private readonly parts: CheckingParts) {}

  peopleProblem({ people }: Pick<Words, 'people'>): PeopleProblem | undefined {
    if (people.length === 0) return { kind: 'nobody' };
    return people.length > MOST_PEOPLE ? { kind: 'many-people' } : undefined;
  }

  /** What is wrong with the words alone. */
  wordsProblem({ attribute, message }: Pick<Words, 'attribute' | 'message'>): WordsProblem | undefined {
    const { attributes, offensiveIn } = this.parts;
    if (!attributes.has(attribute)) return { kind: 'attribute' };
    const { length } = message;
    if (length < LEAST_WORDS) return { kind: 'too-short', length };
    if (length > MOST_WORDS) return { kind: 'too-long', length };
    const words = offensiveIn(message);
    return words.length > 0 ? { kind: 'offensive', words } : undefined;
  }

  /** Reads the directory and the limits as they are now. */
  async check(senderId: string, sendingId: string, words: Words): Promise<{ problem: Problem } | Checked> {
    const { limits, clock } = this.parts;
    const { people } = words;
    const problem = this.peopleProblem(words) ?? this.wordsProblem(words);
    if (problem) return { problem };
    const [limit, found] = await Promise.all([
      limits.problemOf({ id: sendingId, senderId, people }, clock()),
      this.findAll(people, bogotaDay(clock())),
    ]);
    if (limit) return { problem: limit };
    if ('problem' in found) return found;
    return { ...found, identifiers: identifiersIn(words.message) };
  }

  /**
   * The people as they are now, or what keeps one of them from being recognised.
   * @param day on which they have to be there, as in `RecognisablePeople.find`.
   */
  async findAll(
    ids: readonly string[],
    day?: string,
  ): Promise<{ people: Person[] } | { problem: PersonProblem }> {
    const found = await Promise.all(ids.map((id) => this.parts.people.find(id, day)));
    const people: Person[] = [];
    for (const one of found) {
      if ('problem' in one) return one;
      people.push(one.person);
    }
    return { people };
  }
}
