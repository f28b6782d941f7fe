/**
 * The reasons that a card shows for a level: whole clauses of the narrative, each with the clause of the policy.
 * A wrong reason costs more trust than none, so there may be none.
 */
import type { Clause, Level, Signal } from '../domain/assessment.js';
import type { ImpactModel, Opinion } from './impact-model.js';
import { isShort, type Piece, piecesOf } from './pieces.js';
import type { Reading, Rules } from './rules.js';

/** One good piece beats three. */
const MOST_BY_RULES = 2;
/** Fewer words than this say nothing to the model. */
const LEAST_WORDS = 5;
/**
 * How sure the model has to be of the clause of a piece, by level. Chosen by cross-validation that leaves one writer
 * out at a time, so that at least .92 of the clauses named are the ones that the writer named. Low has none: its
 * clauses are hard to tell apart, also for writers, and no probability is high enough.
 */
const SURE_FROM: Readonly<Partial<Record<Level, number>>> = { medium: 0.5, high: 0.7 };

export type ReasonsFor = (narrative: string, reading: Reading, opinion: Opinion, level: Level) => Signal[];

/** @returns a function that gives the reasons for a level, in text order. */
export function createReasons(rules: Rules, model: ImpactModel): ReasonsFor {
  /** The piece of which the model is surest, if it is sure that it shows what the whole narrative shows. */
  function byModel(pieces: readonly Piece[], level: Level, rule: Clause): Signal[] {
    const surely = SURE_FROM[level];
    if (surely === undefined) return [];
    let best: { piece: Piece; probability: number } | undefined;
    for (const piece of pieces.filter(isTelling)) {
      const { clauses } = model.read(piece.text, rules.read(piece.text));
      const { rule: own, probability } = clauses[level];
      if (own !== rule || probability < surely) continue;
      if (probability > (best?.probability ?? 0)) best = { piece, probability };
    }
    return best ? [{ ...best.piece, level, rule }] : [];
  }

  return (narrative, reading, opinion, level) => {
    const pieces = piecesOf(narrative).filter(isShort);
    const words = reading.signals.filter((signal) => signal.level === level);
    if (words.length > 0) return around(words, pieces).slice(0, MOST_BY_RULES);
    return byModel(pieces, level, opinion.clauses[level].rule);
  };
}

/** The pieces around words of one level, each once. Words that no piece holds are left out. */
function around(words: readonly Signal[], pieces: readonly Piece[]): Signal[] {
  const found = new Map<Piece, Signal>();
  for (const word of words) {
    const piece = pieces.find(({ start, end }) => start <= word.start && word.end <= end);
    const known = piece && found.get(piece);
    if (piece && (!known || outweighs(word, known))) found.set(piece, word);
  }
  return [...found].map(([piece, word]) => ({ ...word, ...piece })).sort((a, b) => a.start - b.start);
}

/** A swear word is always one; other words of its level may stand for several clauses. */
const outweighs = (one: Signal, other: Signal): boolean => one.rule === 'soez' && other.rule !== 'soez';

const isTelling = ({ text }: Piece): boolean => text.split(/\s+/).length >= LEAST_WORDS;
