/** What a text changes in a recognition that is being written: more words, the attribute, the people, if it is public. Pure. */
import { wordsToAdd } from '../../../platform/dialogue/slots.js';
import { fold, words } from '../../../platform/text/fold.js';
import { sentences } from '../../../platform/text/sentences.js';
import { attributeIn, peopleNamed } from './reading.js';
import type { Words } from './recognition.js';

const PUBLIC = /\b(public\w*|publiq\w*|publish\w*)\b/;
const NOT = /\b(no|sin|ni|not|don'?t|never|without)\b/;
const WISH = /\b(que|si|puede\w*|pueda\w*|can|may|make it)\b/;

/** If it may be published, as a text says; undefined when it says nothing of that, or only "publícalo". */
export function publicIn(text: string): boolean | undefined {
  const folded = fold(text);
  if (!PUBLIC.test(folded)) return undefined;
  if (NOT.test(folded)) return false;
  return WISH.test(folded) ? true : undefined;
}

const BY = /\b(por|for|atributo|attribute)\b|^(no[, ]+)?(es|era|fue|mejor|it was|it is|it's)\b/;
const FEW_WORDS = 7;

/** The attribute that a short text names as such. */
export function attributeNamed(text: string, attributes: readonly string[]): string | undefined {
  const folded = fold(text);
  const isNaming = BY.test(folded) && words(folded).length <= FEW_WORDS;
  return isNaming ? attributeIn(text, attributes, []) : undefined;
}

const MORE = /\b(tambien|ademas|also|too)\b/;

/** The people with those that a text names, or they alone: "no era para Luis, era para Carlos"; undefined for none. */
export function peopleChanged(
  text: string,
  before: readonly string[],
  likely: readonly { id: string; name: string }[],
): string[] | undefined {
  const parts = text.split(/[,;.]|\bsino\b/i).filter((part) => !/^\s*(no|not)\s+\S/i.test(part));
  const named = parts.flatMap((part) => peopleNamed(part, likely));
  if (named.length === 0) return undefined;
  return [...new Set(MORE.test(fold(text)) ? [...before, ...named] : named)];
}

/** What was written with what a text changes; undefined when it names nothing of it. */
export function changed(
  before: Words,
  text: string,
  { likely, attributes }: { likely: readonly { id: string; name: string }[]; attributes: readonly string[] },
): Words | undefined {
  const isPublic = publicIn(text);
  if (isPublic !== undefined) return { ...before, isPublic };
  const attribute = attributeNamed(text, attributes);
  if (attribute) return { ...before, attribute };
  const more = wordsToAdd(text);
  if (more) return { ...before, message: sentences(before.message, more) };
  const people = peopleChanged(text, before.people, likely);
  return people && { ...before, people };
}
