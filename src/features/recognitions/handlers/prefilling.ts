/** What a message says already, for the form. */

import type { Person } from '../../../platform/people/person.js';
import { beginningOf } from '../../../platform/text/beginning.js';
import type { Turn } from '../../../turn.js';
import { attributeIn, peopleNamed, reasonIn } from '../domain/reading.js';
import { MOST_WORDS, type Words } from '../domain/recognition.js';

/** The quotation marks, and the dots of what is cut. */
const MARKS = 3;

/** People, attribute and words as far as the text tells them; what it leaves open stays open. */
export function wordsIn(
  { text, understood }: Pick<Turn, 'text' | 'understood'>,
  likely: readonly Person[],
  attributes: readonly string[],
): Words {
  return {
    people: peopleNamed(text, likely),
    attribute: attributeIn(text, attributes, understood?.found.ranked ?? []) ?? '',
    message: reasonIn(text),
    source: 'colleague',
    isPublic: false,
  };
}

/** The words of a message as a quotation, for who wrote it; empty when it has none, or was written by somebody unknown. */
export function quotedWords(text: string, author: Person | undefined, attributes: readonly string[]): Words {
  const said = text.replace(/\s+/g, ' ').trim();
  return {
    people: author ? [author.id] : [],
    attribute: attributeIn(text, attributes, []) ?? '',
    message: said === '' ? '' : `«${beginningOf(said, MOST_WORDS - MARKS)}»`,
    source: 'colleague',
    isPublic: false,
  };
}
