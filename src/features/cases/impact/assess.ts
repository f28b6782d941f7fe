/**
 * The level of a narrative: the higher one of rules and model (policy section `nivel-impacto`), and whether a
 * person must confirm it.
 */
import { type Assessment, higher, LEVELS, type Level, type ReviewReason } from '../domain/assessment.js';
import { type ImpactModel, NO_FAILURE, type Probabilities } from './impact-model.js';
import type { Reading, Rules } from './rules.js';

// Chosen by cross-validation, see docs/impact.md: a missed high case harms a person, a false alarm costs a
// leader minutes.
const HIGH_FROM = 0.31;
/** A level is in question from this probability on. */
const DOUBT: Readonly<Record<Level, number>> = { low: 1, medium: 0.4, high: 0.13 };

// A string in a table row holds 32,768 UTF-16 units. These limits leave room for the narrative.
const MOST_SIGNALS = 50;
const MOST_DISCOUNTED = 20;

export type Assess = (narrative: string) => Assessment;

export function createAssess(rules: Rules, model: ImpactModel): Assess {
  return (narrative) => {
    const reading = rules.read(narrative);
    const { probabilities, clauses } = model.read(narrative);
    const decision = decideLevel(reading, probabilities);
    const speaking = reading.signals.some(({ level }) => level === decision.level);
    const signals = speaking
      ? reading.signals
      : [...reading.signals, ...model.signals(narrative, decision.level, clauses[decision.level])];
    return {
      ...decision,
      signals: gravest(signals, MOST_SIGNALS),
      discounted: gravest(reading.discounted, MOST_DISCOUNTED),
      // A child in a story about a long queue is not at risk; a word of self-harm always counts.
      cares: reading.cares.filter((care) => care === 'self-harm' || decision.candidate === 'high'),
    };
  };
}

/** The gravest signals, up to `most`, in text order. */
function gravest<S extends { level: Level; start: number }>(signals: readonly S[], most: number): S[] {
  return [...signals]
    .sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || a.start - b.start)
    .slice(0, most)
    .sort((a, b) => a.start - b.start);
}

/** Raises an assessment to at least this level. A person must then confirm it. */
export function raise(assessment: Assessment, level: Level): Assessment {
  if (higher(assessment.level, level) === assessment.level) return assessment;
  const reviews: ReviewReason[] = [...new Set<ReviewReason>([...assessment.reviews, 'disagreement'])];
  return { ...assessment, level, reviews, candidate: higher(assessment.candidate, level) };
}

/** Combines rules and model. */
export function decideLevel(
  reading: Pick<Reading, 'signals' | 'discounted' | 'discrimination'>,
  probabilities: Probabilities,
): Pick<Assessment, 'level' | 'reviews' | 'candidate'> {
  const byRules = highestOf(reading.signals.map((signal) => signal.level));
  const byModel = probabilities.high >= HIGH_FROM ? 'high' : mostProbable(probabilities);
  const level = higher(byRules ?? 'low', byModel === NO_FAILURE ? 'low' : byModel);
  const doubtful = LEVELS.filter((other) => probabilities[other] >= DOUBT[other]);
  const denied = highestOf(reading.discounted.map((signal) => signal.level));
  const candidate = highestOf([level, ...doubtful, ...(denied ? [denied] : [])]) ?? level;

  const reviews: ReviewReason[] = [];
  if (byRules && isAbove(byRules, byModel)) reviews.push('disagreement');
  if (denied === 'high' && byRules !== 'high') reviews.push('discounted');
  const speaks = byRules !== undefined || byModel !== NO_FAILURE;
  const isDoubtful = doubtful.some((other) => isAbove(other, level));
  if (!speaks || isDoubtful) reviews.push('unclear');
  if (reading.discrimination) reviews.push('discrimination');
  return { level, reviews, candidate: reviews.length > 0 ? candidate : level };
}

function mostProbable(probabilities: Probabilities): keyof Probabilities {
  return ([...LEVELS, NO_FAILURE] as const).reduce((best, level) =>
    probabilities[level] > probabilities[best] ? level : best,
  );
}

function highestOf(levels: readonly Level[]): Level | undefined {
  return levels.reduce<Level | undefined>((highest, level) => higher(highest ?? level, level), undefined);
}

function isAbove(level: Level, other: keyof Probabilities): boolean {
  return other === NO_FAILURE ? level !== 'low' : LEVELS.indexOf(level) > LEVELS.indexOf(other);
}
