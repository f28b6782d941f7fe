/** What a message says already, for the form. */

import type { Person } from '../../../platform/people/person.js';
import type { Turn } from '../../../turn.js';
import { attributeIn, peopleNamed, reasonIn } from '../domain/reading.js';
import type { Words } from '../domain/recognition.js';

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
