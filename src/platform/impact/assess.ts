/** The assessment of a narrative: its level, why, and what a person has to know and confirm. */
import { type Assessment, CARES, higher, LEVELS, type Level, type ReviewReason } from './assessment.js';
import { createBelieved } from './belief.js';
import type { CaresIn } from './cares.js';
import { decideLevel } from './decide.js';
import type { ImpactModel } from './impact-model.js';
import { passagesOf } from './passages.js';
import { reasonsFor } from './reasons.js';
import type { Rules } from './rules.js';

// A string in a table row holds 32,768 UTF-16 units. This limit leaves room for the narrative.
const MOST_DISCOUNTED = 20;

export type Assess = (narrative: string) => Assessment;

/** @param caresIn who needs protection, by more than the words that the rules know. */
export function createAssess(rules: Rules, model: ImpactModel, caresIn: CaresIn = () => []): Assess {
  const believed = createBelieved(rules, model);
  const read = (text: string) => model.read(text, rules.read(text));
  return (narrative) => {
    const reading = rules.read(narrative);
    const opinion = model.read(narrative, reading);
    const passages = passagesOf(narrative, read);
    const decision = decideLevel(
      { ...reading, believed: believed(narrative, reading.signals, opinion) },
      { ...opinion, passages },
    );
    const isHighPossible = decision.candidate === 'high';
    const shown = new Set<Level>(isHighPossible ? [decision.level, 'high'] : [decision.level]);
    const signals = [...shown]
      .flatMap((level) => reasonsFor(narrative, { opinion, passages }, level))
      .sort((one, other) => one.start - other.start);
    const telling = isHighPossible ? new Set([narrative, ...signals.map(({ text }) => text)]) : [];
    const told = [...reading.cares, ...[...telling].flatMap((text) => caresIn(text, decision.level))];
    return {
      ...decision,
      signals,
      discounted: gravest(reading.discounted, MOST_DISCOUNTED),
      // A child in a story about a long queue is not at risk; a word of self-harm always counts.
      cares: CARES.filter((care) => told.includes(care) && (care === 'self-harm' || isHighPossible)),
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
  return {
    ...assessment,
    level,
    reviews: withReview(assessment, 'disagreement'),
    candidate: higher(assessment.candidate, level),
  };
}

/** Leaves a lower level as it is, and asks a person whether it is high. */
export function suspect(assessment: Assessment): Assessment {
  if (assessment.level === 'high') return assessment;
  return { ...assessment, reviews: withReview(assessment, 'unclear'), candidate: 'high' };
}

/** Leaves the level as it is, and asks a person to confirm it. */
export function question(assessment: Assessment): Assessment {
  return { ...assessment, reviews: withReview(assessment, 'disagreement') };
}

const withReview = ({ reviews }: Assessment, reason: ReviewReason): ReviewReason[] => [
  ...new Set([...reviews, reason]),
];
