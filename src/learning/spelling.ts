/**
 * Mends words that are one slip away from a word that the model knows: a letter too few, too many, another,
 * or two in the wrong order. By the deletes of each known word (the method of SymSpell).
 */
import { fold, words } from '../text/fold.js';
import { soundOf } from './features.js';

/** Shorter words are too near to one another. */
const MIN_LENGTH = 4;

export class Spelling {
  readonly #sounds: Set<string>;
  readonly #byDelete = new Map<string, string>();

  /** @param known folded words, the most frequent first: of two that are as near, the first is taken. */
  constructor(readonly known: readonly string[]) {
    this.#sounds = new Set(known.map(soundOf));
    for (const word of known) {
      if (word.length < MIN_LENGTH) continue;
      for (const piece of deletesOf(soundOf(word))) {
        if (!this.#byDelete.has(piece)) this.#byDelete.set(piece, word);
      }
    }
  }

  /** The text, with what a misspelt word was meant to be added behind it. */
  extend(text: string): string {
    return words(fold(text))
      .flatMap((word) => [word, this.#meant(word) ?? []].flat())
      .join(' ');
  }

  #meant(word: string): string | undefined {
    const sound = soundOf(word);
    if (word.length < MIN_LENGTH || this.#sounds.has(sound)) return undefined;
    for (const piece of deletesOf(sound)) {
      const meant = this.#byDelete.get(piece);
      if (meant !== undefined) return meant;
    }
    return undefined;
  }
}

/** The word itself and all that are left when one letter is taken out. */
function deletesOf(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}
