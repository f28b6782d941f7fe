/** A question about the difference between two things that it names, as the policy does. Pure. */
import { fold, wordSet, words } from '../text/fold.js';

export interface Comparable {
  id: string;
  title: string;
}

const COMPARES =
  /\b(diferenci\w*|distingu\w*|se parecen?|lo mismo|vs|versus|differen\w*|compar\w*|same)\b|^(entre|between) /;
/** These name nothing by themselves. */
const SMALL = wordSet(
  'de del la las los el lo un una que y o en con por para me nos se mi su al a puedo hacer the of and',
);
/** Endings differ: "bajo" is the "baja" of "complejidad baja". */
const stem = (word: string): string => word.slice(0, Math.max(3, word.length - (word.length > 5 ? 2 : 1)));

const stemsOf = (text: string): string[] =>
  words(fold(text))
    .filter((word) => !SMALL.has(word))
    .map(stem);

/** What stands between commas, "y" and colons has a name of its own: "Apatía y displicencia". */
const namesOf = ({ id, title }: Comparable): string[][] => [
  ...title.split(/,| y |:|\(|\)/).map(stemsOf),
  stemsOf(id.replaceAll('-', ' ')),
];

/**
 * @param contrasts the ids of the articles `contrast:ID.ID`.
 * @returns a function that gives the article of the two things, and undefined where a text compares nothing, or not just two.
 */
export function comparisonIn(
  sections: readonly Comparable[],
  contrasts: ReadonlySet<string>,
): (text: string) => string | undefined {
  const named = sections.map((section) => ({
    id: section.id,
    names: namesOf(section).filter((name) => name.length > 0),
  }));
  return (text) => {
    const folded = fold(text);
    if (!COMPARES.test(folded)) return undefined;
    const said = new Set(words(folded).map(stem));
    const found = named.flatMap(({ id, names }) => {
      const most = Math.max(
        0,
        ...names.filter((name) => name.every((part) => said.has(part))).map((name) => name.length),
      );
      return most > 0 ? [{ id, most }] : [];
    });
    // "El esfuerzo de tiempo" also says "esfuerzo": what is named by more words is meant.
    const pairs = found
      .flatMap((one, at) => found.slice(at + 1).map((other) => ({ one, other })))
      .map(({ one, other }) => ({ of: one.most + other.most, ids: [one.id, other.id] as const }))
      .flatMap(({ of, ids: [a, b] }) => {
        const id = [`contrast:${a}.${b}`, `contrast:${b}.${a}`].find((each) => contrasts.has(each));
        return id ? [{ id, of }] : [];
      })
      .sort((one, other) => other.of - one.of);
    const [best, second] = pairs;
    return best && best.of > (second?.of ?? 0) ? best.id : undefined;
  };
}
