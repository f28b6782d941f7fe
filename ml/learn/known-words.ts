import { fold, words } from '../../src/platform/text/fold.js';

/** Returns the words that occur at least twice in the texts, so that misspelt words are left out; the most frequent first. */
export function knownWords(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of words(fold(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= 2)
    .sort((a, b) => b[1] - a[1])
    .map(([word]) => word);
}
