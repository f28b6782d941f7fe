/** Decides whether a message tells of an event rather than asks. If it does, a report is offered. */

import type { Example } from '../../../platform/learning/fit.js';
import type { LinearModel } from '../../../platform/learning/linear-model.js';
import { fold, words } from '../../../platform/text/fold.js';
import type { Narratives } from './narratives.js';
import type { Rules } from './rules.js';

const TELLS = 'tells';
const ASKS = 'asks';
/** Offers from this probability on. An unwanted offer is a nuisance; a missing one can still be asked for. */
const SURE = 0.3;
const MIN_WORDS = 4;
/** Questions, on any subject. "Cuando", "como" and "donde" without an accent also begin statements. */
const ASKING =
  /[?¿]|^(que|cual|cuales|cuantos?|cuantas?|quien|quienes|por que|para que|what|which|how|who|why|when is|where is|can|could|should|is|are|does|do)\b|\b(a quien|que hago|que debo|que pasa si|que nivel)\b/;
const ASKING_BY_ACCENT = /^(qué|cuándo|cómo|dónde)\b/i;
/** Every question contains one of these. A text without them may just as well be a statement. */
const ASKED =
  /[?¿]|\b(que|cual|cuales|como|cuando|cuanto|cuantos|donde|quien|quienes|si|what|which|how|who|where|why|is|does|do|can)\b/;

/** The training examples. Of the phrasings, only those that are clearly questions or very short. */
export function tellingExamples(
  narratives: Narratives,
  asked: { phrasings: readonly string[]; others: readonly string[] },
): Example[] {
  const plain = asked.phrasings.filter(
    (text) => ASKED.test(fold(text)) || words(fold(text)).length < MIN_WORDS,
  );
  return [
    ...narratives.failures.map(({ text }) => ({ text, label: TELLS, weight: 2 })),
    ...[...narratives.none, ...plain, ...asked.others].map((text) => ({ text, label: ASKS })),
  ];
}

/** @param rules find words of a grave failure, which count regardless of the model. */
export function createTells(model: LinearModel, rules: Rules): (text: string) => boolean {
  const column = model.classes.indexOf(TELLS);
  return (text) => {
    const folded = fold(text);
    if (ASKING.test(folded) || ASKING_BY_ACCENT.test(text.trim())) return false;
    if (words(folded).length < MIN_WORDS) return false;
    const isGrave = rules.read(text).signals.some(({ level }) => level === 'high');
    return isGrave || (model.probabilities(text)[column] ?? 0) >= SURE;
  };
}
