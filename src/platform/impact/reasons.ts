/**
 * The reason that a card shows for a level: a passage of the narrative, with the clause of the policy that it speaks
 * for. A wrong reason costs more trust than none, so there is often none, and never more than one.
 */
import type { Clause, Level, Signal } from './assessment.js';
import type { ImpactModel, Opinion } from './impact-model.js';
import { type Passage, passagesOf } from './passages.js';
import type { Reading, Rules } from './rules.js';

/**
 * All numbers here were chosen on narratives that the model had not learned from, of which a reader who knew nothing
 * of the code had judged each passage: at least .92 had to be true. Two models are surer than one, so `BY_MODEL` and
 * `CLAUSE_FROM` were raised until as many passages were shown as before, and `CLAUSE_FROM` once more with more narratives,
 * until .92 were true again. See docs/impact.md.
 */
interface Demand {
  /** The least probability of the level in the whole narrative. */
  whole: number;
  /** The least probability of the level in the passage alone. */
  alone: number;
}
const BY_RULES: Demand = { whole: 0.4, alone: 0.5 };
const BY_MODEL: Demand = { whole: 0.7, alone: 0.7 };
const CLAUSE_FROM = 0.6;
/** How much of the level's probability goes when the passage is taken out of the narrative. Low shows no reason. */
const CARRIES: Readonly<Partial<Record<Level, number>>> = { medium: 0.3, high: 0.4 };
/** A second sentence has to say this much more to be shown, and more where the two are all that was told. */
const COST_OF_PAIR = 0.1;
const COST_OF_ALL = 0.3;
/** To take a passage out costs a reading; only the passages that speak most clearly by themselves are tried. */
const MOST_TRIED = 4;

/** What speaks for it tells what came of a deed, and a reader wants the deed. */
const UNTOLD: readonly Clause[] = ['estabilidad_emocional'];
/** These are told by what came of them, which is no reason without what was done: the sentence before, or a long one. */
const TOLD_BY_OUTCOME: readonly Clause[] = ['salud'];
const LONG_SENTENCE_WORDS = 18;
/** Both are words that hurt. */
const VERBAL: readonly Clause[] = ['agresion_verbal', 'soez'];

export type ReasonsFor = (narrative: string, reading: Reading, opinion: Opinion, level: Level) => Signal[];

/** @returns a function that gives the reason for a level, or an empty list. */
export function createReasons(rules: Rules, model: ImpactModel): ReasonsFor {
  const read = (text: string) => model.read(text, rules.read(text));

  return (narrative, reading, opinion, level) => {
    const least = CARRIES[level];
    const words = reading.signals.filter((signal) => signal.level === level);
    const demand = words.length > 0 ? BY_RULES : BY_MODEL;
    const whole = opinion.probabilities[level];
    if (least === undefined || whole < demand.whole) return [];

    const telling = passagesOf(narrative)
      .flatMap((passage) => {
        const alone = read(passage.text);
        const rule =
          words.length > 0
            ? clauseByRules(passage, words, alone, level)
            : clauseByModel(opinion, alone, level);
        const probability = alone.probabilities[level];
        if (!rule || probability < demand.alone || !isTold(passage, rule)) return [];
        return [{ passage, rule, probability }];
      })
      .sort((one, other) => other.probability - one.probability)
      .slice(0, MOST_TRIED)
      .map(({ passage, rule }) => {
        const rest = read(`${narrative.slice(0, passage.start)} ${narrative.slice(passage.end)}`);
        return { passage, rule, carries: whole - rest.probabilities[level] };
      })
      .filter(({ carries }) => carries >= least);
    const [best, ...others] = telling;
    if (!best) return [];
    const { passage, rule } = others.reduce((one, other) => (worth(other) > worth(one) ? other : one), best);
    return [{ text: passage.text, start: passage.start, end: passage.end, level, rule }];
  };
}

function worth({ passage, carries }: { passage: Passage; carries: number }): number {
  if (!passage.isPair) return carries;
  return carries - (passage.isAll ? COST_OF_ALL : COST_OF_PAIR);
}

/** The clause of the rules that found words in this passage, if the model agrees. */
function clauseByRules(
  passage: Passage,
  words: readonly Signal[],
  { clauses }: Opinion,
  level: Level,
): Clause | undefined {
  const held = words
    .filter(({ start, end }) => passage.start <= start && end <= passage.end)
    .map(({ rule }) => rule);
  const { rule } = clauses[level];
  if (held.includes(rule)) return rule;
  return VERBAL.includes(rule) ? held[0] : undefined;
}

/** The clause that the whole narrative shows, if the passage shows it too. */
function clauseByModel(opinion: Opinion, alone: Opinion, level: Level): Clause | undefined {
  const { rule, probability } = alone.clauses[level];
  return rule === opinion.clauses[level].rule && probability >= CLAUSE_FROM ? rule : undefined;
}

function isTold({ isPair, start, words }: Passage, rule: Clause): boolean {
  if (UNTOLD.includes(rule)) return false;
  return !TOLD_BY_OUTCOME.includes(rule) || isPair || start === 0 || words >= LONG_SENTENCE_WORDS;
}
