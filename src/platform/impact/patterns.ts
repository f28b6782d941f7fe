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

interface Entry<T> {
  pattern: Pattern;
  of: T;
}

/** By the letters of a first word: the patterns that can begin with it, in the order in which they are tried. */
type ByLetters<T> = Map<string, Entry<T>[]>;

/** Indexes many patterns by their first word, so that at each word only those are tried that can begin there. */
export class PatternIndex<T> {
  readonly #whole: ByLetters<T> = new Map();
  /** For any word that begins with these letters; those of fewer letters are among them. */
  readonly #open: ByLetters<T> = new Map();
  readonly #longest: number;

  constructor(patterns: readonly Entry<T>[]) {
    const whole = new Map<string, Entry<T>[]>();
    const open = new Map<string, Entry<T>[]>();
    for (const entry of patterns) {
      for (const { letters, isOpen } of firstWords(entry.pattern)) {
        const index = isOpen ? open : whole;
        index.set(letters, [...(index.get(letters) ?? []), entry]);
      }
    }
    const place = new Map(patterns.map((entry, at) => [entry, at]));
    const inOrder = (letters: string, own: readonly Entry<T>[]) => {
      const fitting = prefixes(letters).flatMap((prefix) => open.get(prefix) ?? []);
      const rank = (entry: Entry<T>) =>
        keyLength(entry.pattern, letters) * patterns.length + (place.get(entry) ?? 0);
      return [...new Set([...own, ...fitting])].sort((one, other) => rank(one) - rank(other));
    };
    for (const [letters, own] of whole) this.#whole.set(letters, inOrder(letters, own));
    for (const letters of open.keys()) this.#open.set(letters, inOrder(letters, []));
    this.#longest = Math.max(0, ...[...open.keys()].map(({ length }) => length));
  }

  /** All matches, in text order; at one word, patterns that begin with fewer letters first. */
  find(tokens: readonly Token[]): Finding<T>[] {
    const found: Finding<T>[] = [];
    for (let first = 0; first < tokens.length; first++) {
      const { word } = tokens[first] as Token;
      for (const { pattern, of } of this.#beginning(word) ?? []) {
        const last = matchFrom(pattern.elements, 0, tokens, first);
        if (last !== undefined) found.push({ of, first, last });
      }
    }
    return found;
  }

  #beginning(word: string): readonly Entry<T>[] | undefined {
    const whole = this.#whole.get(word);
    if (whole) return whole;
    for (let length = Math.min(this.#longest, word.length); length > 0; length--) {
      const open = this.#open.get(word.slice(0, length));
      if (open) return open;
    }
    return undefined;
  }
}

const prefixes = (letters: string): string[] => Array.from(letters, (_, at) => letters.slice(0, at + 1));

const firstWords = ({ elements: [first] }: Pattern): Word[] =>
  first?.kind === 'words' ? first.any.flatMap(([word]) => word ?? []) : [];

/** Patterns with a shorter first word are tried earlier, but beyond this many letters all are alike. */
const KEY_LENGTH = 3;

function keyLength(pattern: Pattern, word: string): number {
  const keys = firstWords(pattern).map(({ letters }) => letters.slice(0, KEY_LENGTH));
  return Math.min(...keys.filter((key) => word.startsWith(key)).map(({ length }) => length));
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
