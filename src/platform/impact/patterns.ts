/**
 * Patterns over the words of a narrative, in the syntax of `content/impact-rules.yaml`: `palabra`; `raiz*`
 * for any ending; `(una|otra*|dos palabras)` for alternatives; `_` for any one word; `…` for up to three
 * words.
 */
import type { Token } from './tokens.js';

const GAP = 3;

/** With any ending where it is open. */
interface Word {
  letters: string;
  isOpen: boolean;
}

/** `any` holds alternative phrases, each a list of words. */
type Element = { kind: 'words'; any: readonly (readonly Word[])[] } | { kind: 'one' } | { kind: 'gap' };

export interface Pattern {
  elements: readonly Element[];
}

/** @throws Error quoting a pattern that cannot be read. */
export function parsePattern(source: string): Pattern {
  const elements = (source.match(/\([^)]*\)|\S+/g) ?? []).map((part): Element => {
    if (part === '…') return { kind: 'gap' };
    if (part === '_') return { kind: 'one' };
    const any = part
      .replace(/^\((.*)\)$/, '$1')
      .split('|')
      .map((phrase) => phrase.trim().split(/\s+/));
    if (any.flat().some((word) => !/^[a-z0-9]+\*?$/.test(word))) {
      throw new Error(`the pattern "${source}" cannot be read at "${part}"`);
    }
    return { kind: 'words', any: any.map((phrase) => phrase.map(wordOf)) };
  });
  if (elements[0]?.kind !== 'words' || elements.at(-1)?.kind !== 'words') {
    throw new Error(`the pattern "${source}" has to begin and end with a word`);
  }
  return { elements };
}

const wordOf = (word: string): Word => ({ letters: word.replace('*', ''), isOpen: word.endsWith('*') });

/** A match of a pattern, from token `first` to token `last`. */
export interface Finding<T> {
  of: T;
  first: number;
  last: number;
}

/** A pattern is indexed by up to this many letters of its first word. */
const KEY_LENGTH = 3;

/** Indexes many patterns, so that at each word only those are tried that can begin there. */
export class PatternIndex<T> {
  readonly #byStart = new Map<string, { pattern: Pattern; of: T }[]>();

  constructor(patterns: readonly { pattern: Pattern; of: T }[]) {
    for (const entry of patterns) {
      for (const key of new Set(startsOf(entry.pattern))) {
        const entries = this.#byStart.get(key);
        if (entries) entries.push(entry);
        else this.#byStart.set(key, [entry]);
      }
    }
  }

  /** All matches, in text order. */
  find(tokens: readonly Token[]): Finding<T>[] {
    const found: Finding<T>[] = [];
    for (const [first, { word }] of tokens.entries()) {
      const tried = new Set<object>();
      for (let length = 1; length <= Math.min(KEY_LENGTH, word.length); length++) {
        for (const entry of this.#byStart.get(word.slice(0, length)) ?? []) {
          if (tried.has(entry)) continue;
          tried.add(entry);
          const last = matchFrom(entry.pattern.elements, 0, tokens, first);
          if (last !== undefined) found.push({ of: entry.of, first, last });
        }
      }
    }
    return found;
  }
}

/** The index keys of a pattern. */
function startsOf({ elements: [first] }: Pattern): string[] {
  return first?.kind === 'words' ? first.any.map(([word]) => word?.letters.slice(0, KEY_LENGTH) ?? '') : [];
}

function matchFrom(
  elements: readonly Element[],
  at: number,
  tokens: readonly Token[],
  position: number,
): number | undefined {
  const element = elements[at];
  if (!element) return position - 1;
  if (element.kind === 'gap') {
    for (let skipped = 0; skipped <= GAP; skipped++) {
      const last = matchFrom(elements, at + 1, tokens, position + skipped);
      if (last !== undefined) return last;
    }
    return undefined;
  }
  if (element.kind === 'one') {
    return tokens[position] && matchFrom(elements, at + 1, tokens, position + 1);
  }
  for (const phrase of element.any) {
    if (!stands(phrase, tokens, position)) continue;
    const last = matchFrom(elements, at + 1, tokens, position + phrase.length);
    if (last !== undefined) return last;
  }
  return undefined;
}

/** Tells whether the words of a phrase stand from `position` on. */
function stands(phrase: readonly Word[], tokens: readonly Token[], position: number): boolean {
  for (let offset = 0; offset < phrase.length; offset++) {
    const { letters, isOpen } = phrase[offset] as Word;
    const word = tokens[position + offset]?.word;
    if (word === undefined || !(isOpen ? word.startsWith(letters) : word === letters)) return false;
  }
  return true;
}
