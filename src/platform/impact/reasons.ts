/**
 * The reason that a card shows for a level: the sentence of the narrative that speaks for it most clearly when it is read
 * alone, or two that follow each other, with the clause of the policy. A short narrative is its own reason.
 */
import type { Level, Reason } from './assessment.js';
import type { Opinion } from './impact-model.js';
import type { Passage } from './passages.js';
import { countWords } from './pieces.js';

/*
 * Chosen on narratives that the model had not learned from, whose writers had marked the words that decide; see
 * docs/impact.md.
 */
/** A narrative of so few words is read at a glance, and shown whole unless one sentence says it all. */
const GLANCE_WORDS = 30;
const CLEAR_FROM = 0.8;
const WORDS = { least: 6, most: 40 };
/** The least probability of the level in the passage alone; insults are often named without a word of them. */
const ALONE_FROM: Readonly<Record<Level, number>> = { low: 1, medium: 0.12, high: 0.25 };
/** A second sentence has to say a little more to be shown. */
const COST_OF_PAIR = 0.02;
/** Above this, the clause is right eight times of ten or more; below, the sentence is shown without it. */
const CLAUSE_FROM = 0.6;

/** @returns at most one; none where nothing that can be shown speaks for the level by itself, and none for low. */
export function reasonsFor(
  narrative: string,
  { opinion, passages }: { opinion: Opinion; passages: readonly Passage[] },
  level: Level,
): Reason[] {
  if (level === 'low') return [];
  const speaks = (one: Pick<Passage, 'opinion'>) => one.opinion.probabilities[level] >= ALONE_FROM[level];
  const isShort = passages.length === 0 || countWords(narrative) <= GLANCE_WORDS;
  const worth = ({ isPair, opinion: { probabilities } }: Passage) =>
    probabilities[level] - (isPair ? COST_OF_PAIR : 0);
  const [best] = passages
    .filter((one) => speaks(one) && one.words >= WORDS.least && one.words <= WORDS.most)
    .filter((one) => !isShort || (!one.isPair && one.opinion.probabilities[level] >= CLEAR_FROM))
    .sort((one, other) => worth(other) - worth(one));
  if (best) return [reasonOf(best, level)];
  if (!isShort) return [];
  const text = narrative.trim();
  const start = narrative.indexOf(text);
  const whole = { text, start, end: start + text.length, opinion };
  return text !== '' && speaks(whole) ? [reasonOf(whole, level)] : [];
}

function reasonOf(
  { text, start, end, opinion }: Pick<Passage, 'text' | 'start' | 'end' | 'opinion'>,
  level: Level,
): Reason {
  const { rule, probability } = opinion.clauses[level];
  return { text, start, end, level, rule, ...(probability < CLAUSE_FROM && { isUnsure: true }) };
}
