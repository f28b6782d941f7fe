/** The sections of the policy for what somebody types into a search box: beginnings of words, typing errors, questions. */
import type { Section } from '../../../platform/policy/policy.js';
import { fold, words } from '../../../platform/text/fold.js';

/** Less likely sections are guesses. */
const LIKELY_FROM = 0.08;

/**
 * First those whose title has all that is typed, as words or their beginnings; then those that the model of the answers
 * finds; then those whose official words have it.
 * @param ranked of the model, best first.
 */
export function sectionsFor(
  typed: string,
  sections: readonly Section[],
  ranked: readonly { id: string; probability: number }[],
): Section[] {
  const asked = words(fold(typed));
  if (asked.length === 0) return [];
  const has = (text: string) => {
    const said = words(fold(text));
    return asked.every((word) => said.some((one) => one.startsWith(word)));
  };
  const likely = ranked.filter(({ probability }) => probability >= LIKELY_FROM);
  const found = [
    ...sections.filter(({ title }) => has(title)),
    ...likely.flatMap(({ id }) => sections.find((section) => section.id === id) ?? []),
    ...sections.filter(({ official, facts }) => has([...official, ...facts].join(' '))),
  ];
  return [...new Set(found)];
}
