/** What recognitions offer to whoever imports thanks of another channel. */
import type { Names } from '../../../platform/people/names.js';
import type { Language } from '../../../platform/text/catalogue.js';
import { attributeIn } from '../domain/reading.js';
import type { Words } from '../domain/recognition.js';
import type { Attributes } from '../service/attributes.js';
import type { TakenIn, TakingIn } from '../service/taking-in.js';
import { problemWords } from './problem-words.js';

export interface Thanks {
  /** For which somebody can be recognised, in the order of the policy. */
  attributes: readonly { id: string; title: string; behaviours: string }[];
  /** The attribute that a text tells of; undefined when it is not clear. */
  attributeIn: (text: string) => string | undefined;
  /** A sentence on what keeps it from being told now, and the words that cannot be sent; `**` marks what stands out. */
  problemOf: (
    words: Words,
    language: Language,
  ) => Promise<{ sentence: string; marked: readonly string[] } | undefined>;
  /** Takes one in, once; it is told on behalf of a user. */
  take: (row: TakenIn) => Promise<'taken' | 'not-theirs' | { problem: object }>;
}

export interface ThanksParts {
  names: Names;
  attributes: Attributes;
  takingIn: TakingIn;
  sectionsFor: (text: string) => readonly { id: string; probability: number }[];
}

export function thanksOf({ names, attributes, takingIn, sectionsFor }: ThanksParts): Thanks {
  const ids = [...attributes.keys()];
  return {
    attributes: [...attributes.values()].map(({ id, title, official }) => ({
      id,
      title,
      behaviours: official.join(' '),
    })),
    attributeIn: (text) => attributeIn(text, ids, sectionsFor(text)),
    problemOf: async (words, language) => {
      const problem = await takingIn.problemOf(words);
      return (
        problem && {
          sentence: await problemWords(names, problem, language),
          marked: problem.kind === 'offensive' ? problem.words : [],
        }
      );
    },
    take: (row) => takingIn.take(row),
  };
}
