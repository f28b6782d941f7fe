/** A text that asks two things, in its two parts. Pure. */
import { fold, words } from '../../../platform/text/fold.js';

/** Where one question may end and the next begin. */
const JOINT = /[?;,.]+\s+|\s+(?=(?:y|e|and)\s)/g;
const ASKS =
  /^(?:(?:y|e|and|pero|ademas|despues|entonces|tambien) )*(?:(?:a|de|en|por|con|para|pa|hasta|desde) )?(?:que|como|cuant[oa]s?|quien(?:es)?|donde|cuando|cual(?:es)?|puedo|puede|debo|toca|si|what|how|who|where|when|which|can)\b/;
const LEAST_WORDS = 3;
/** A longer text tells something. */
const MOST_WORDS = 30;

/** Each way to part the text so that the second part asks by itself. */
export function partings(text: string): [string, string][] {
  if (words(text).length > MOST_WORDS) return [];
  return [...text.matchAll(JOINT)]
    .map(({ 0: joint, index }): [string, string] => [
      text.slice(0, index).trim(),
      text.slice(index + joint.length).trim(),
    ])
    .filter(
      ([one, other]) =>
        words(one).length >= LEAST_WORDS &&
        words(other).length >= LEAST_WORDS &&
        ASKS.test(words(fold(other)).join(' ')),
    );
}
