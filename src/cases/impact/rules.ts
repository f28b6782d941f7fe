/** The words that speak for a level, found in a narrative. The rules are data: `content/impact-rules.yaml`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { fold } from '../../text/fold.js';
import { type Assessment, higher, LEVELS, type Level, type Signal } from './assessment.js';

const FILE = fileURLToPath(new URL('../../../content/impact-rules.yaml', import.meta.url));

const rules = z.array(
  z.object({ rule: z.string(), level: z.enum(LEVELS), patterns: z.array(z.string().min(2)).min(1) }),
);

interface Pattern {
  rule: string;
  level: Level;
  words: string[];
}

interface Token {
  word: string;
  start: number;
  end: number;
}

const NEGATIONS = new Set([
  'no',
  'sin',
  'nunca',
  'jamas',
  'ni',
  'tampoco',
  'nadie',
  'not',
  'never',
  'without',
]);
/** How many words before a pattern a negation reaches. */
const NEGATION_REACH = 3;

/** The assessment of a narrative by the rules. */
export function createAssess(yaml = readFileSync(FILE, 'utf8')): (narrative: string) => Assessment {
  const patterns = rules
    .parse(parse(yaml))
    .flatMap(({ rule, level, patterns: list }) =>
      list.map((text): Pattern => ({ rule, level, words: text.split(' ') })),
    );
  return (narrative) => {
    const tokens = tokenize(narrative);
    const signals = patterns.flatMap((pattern) => matches(pattern, tokens, narrative));
    const level = signals.reduce<Level>((highest, signal) => higher(highest, signal.level), 'low');
    return { level, review: signals.length === 0, signals: strongest(signals) };
  };
}

function tokenize(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    word: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function matches({ rule, level, words }: Pattern, tokens: Token[], text: string): Signal[] {
  return tokens.flatMap((first, at) => {
    const last = tokens[at + words.length - 1];
    if (!last || !words.every((word, offset) => fits(word, tokens[at + offset]?.word ?? ''))) return [];
    const before = inSameClause(tokens.slice(Math.max(0, at - NEGATION_REACH), at), first, text);
    // A pattern that itself begins with the negation ("no me miró") says what it says.
    if (words[0] !== 'no' && before.some((token) => NEGATIONS.has(token.word))) return [];
    return [{ text: text.slice(first.start, last.end), start: first.start, end: last.end, level, rule }];
  });
}

/** Of the words before, those that no punctuation parts from `next`: "No. Me amenazó" denies nothing. */
function inSameClause(before: Token[], next: Token, text: string): Token[] {
  const kept: Token[] = [];
  let start = next.start;
  for (const token of [...before].reverse()) {
    if (/[.,;:!?\n]/.test(text.slice(token.end, start))) break;
    kept.push(token);
    start = token.start;
  }
  return kept;
}

function fits(pattern: string, word: string): boolean {
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

/** In the order of the text; of those that overlap only the gravest, then the longest. */
function strongest(signals: Signal[]): Signal[] {
  const byWeight = [...signals].sort(
    (a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || b.end - b.start - (a.end - a.start),
  );
  const kept: Signal[] = [];
  for (const signal of byWeight) {
    if (!kept.some((other) => signal.start < other.end && other.start < signal.end)) kept.push(signal);
  }
  return kept.sort((a, b) => a.start - b.start);
}
