/** Hands a row of thanks over to the recognitions: what is proposed for it, and the recognition that it becomes. */
import type { FeatureContext } from '../../../feature.js';
import type { Person } from '../../../platform/people/person.js';
import { beginningOf } from '../../../platform/text/beginning.js';
import type { Language } from '../../../platform/text/catalogue.js';
import type { Channel } from '../domain/arrived.js';
import { likelyThanked } from '../domain/people.js';
import { recognitionIdOf, type SourceRow, type Thanked } from '../domain/source-row.js';

/** What the recognitions take, in UTF-16 units. */
export const MOST_WORDS = 500;
/** Beside a people picker, which phones do not have. */
const MOST_LIKELY = 8;

interface Words extends Thanked {
  source: Channel;
}

/** What the recognitions offer. */
export interface ThanksIntake {
  attributes: readonly { id: string; title: string; behaviours: string }[];
  attributeIn: (text: string) => string | undefined;
  /** `**` marks what stands out in the sentence. */
  problemOf: (words: Words, language: Language) => Promise<ThanksProblem | undefined>;
  /** Idempotent by id. */
  take: (row: Words & { id: string; at: string }) => Promise<'taken' | 'not-theirs' | { problem: object }>;
}

export interface ThanksProblem {
  sentence: string;
  /** The words that cannot be sent. */
  marked: readonly string[];
}

export class Thanking {
  constructor(
    private readonly parts: Pick<FeatureContext, 'everyone'> & {
      thanks: ThanksIntake;
    },
  ) {}

  get attributes(): ThanksIntake['attributes'] {
    return this.parts.thanks.attributes;
  }

  /** What the form begins with: what was decided before, or what the row says. */
  proposedFor(row: SourceRow): Thanked {
    return (
      row.tried ?? {
        people: row.personId === undefined ? [] : [row.personId],
        attribute: this.parts.thanks.attributeIn(row.text) ?? '',
        message: beginningOf(row.text, MOST_WORDS),
        isPublic: false,
      }
    );
  }

  /** Candidates, the chosen ones first. */
  async likelyFor(row: SourceRow, chosen: readonly string[]): Promise<Person[]> {
    const likely = likelyThanked(await this.parts.everyone(), row, chosen);
    return likely.slice(0, Math.max(MOST_LIKELY, chosen.length));
  }

  /** What keeps it from being told, as things are now. */
  problemOf(
    { channel: source }: SourceRow,
    words: Thanked,
    language: Language,
  ): Promise<ThanksProblem | undefined> {
    return this.parts.thanks.problemOf({ ...words, source }, language);
  }

  /** Makes the recognition, once. `refused`: it cannot be told like this. `not-theirs`: its id belongs to another one. */
  async take(row: SourceRow, words: Thanked): Promise<'taken' | 'refused' | 'not-theirs'> {
    // Nobody knows the hour; noon of Bogotá is on that day wherever it is read.
    const at = `${row.occurredOn}T17:00:00.000Z`;
    const taken = await this.parts.thanks.take({
      ...words,
      id: recognitionIdOf(row),
      source: row.channel,
      at,
    });
    return typeof taken === 'string' ? taken : 'refused';
  }
}
