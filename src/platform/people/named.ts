/** Who is named in a narrative. */
import { fold, words } from '../text/fold.js';
import { makeVisible } from '../text/visible.js';

/** Shorter names are too often common words: "Paz", "Sol". */
const MIN_NAME = 4;

/** The words of a narrative, as names and titles are compared with them. */
export const wordsOf = (narrative: string): string[] => words(fold(makeVisible(narrative)));

/** People whose name or surname occurs. Namesakes count too. */
export function namedIn<P extends { name: string }>(narrative: string, people: readonly P[]): P[] {
  const told = new Set(wordsOf(narrative));
  return people.filter(({ name }) =>
    words(fold(name)).some((word) => word.length >= MIN_NAME && told.has(word)),
  );
}
