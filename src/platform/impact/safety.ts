/** Which of the safety questions a narrative answers with a yes, by its words. What it does not say stays open. */
import type { Clause, Signal } from './assessment.js';
import type { Safety } from './failure.js';
import type { ImpactModel } from './impact-model.js';
import { pieceAround, piecesOf } from './pieces.js';
import type { Rules } from './rules.js';

/** The clauses whose words say yes. Others may be grave without answering any of the three questions. */
const ANSWERED_BY: Readonly<Record<keyof Safety, readonly Clause[]>> = {
  threat: ['amenaza', 'intimidacion'],
  physical: ['agresion_fisica'],
  harm: ['salud', 'seguridad', 'estabilidad_emocional'],
};
/**
 * How probable high impact, and the clauses of the question, have to be for the sentence alone that holds the words: what
 * is ticked here is said of the case. Chosen on narratives read by models that had not seen their writers; see
 * docs/impact.md.
 */
const HIGH_FROM = 0.6;
const CLAUSES_FROM = 0.1;

/**
 * @returns a function that reads only words that count, and that the model takes for what they say: what is denied,
 * supposed or only heard of answers nothing, and neither does "le pegaron un sello".
 */
export function createSafetyIn(
  rules: Pick<Rules, 'read'>,
  model: Pick<ImpactModel, 'read'>,
): (narrative: string) => Safety {
  return (narrative) => {
    const pieces = piecesOf(narrative);
    const opinionOf = ({ start }: Signal) => {
      const text = pieceAround(pieces, start)?.text ?? narrative;
      return model.read(text, rules.read(text));
    };
    const told = rules
      .read(narrative)
      .signals.filter(({ level }) => level === 'high')
      .map((signal) => ({ rule: signal.rule, opinion: opinionOf(signal) }));
    const isSaid = (question: keyof Safety) => {
      const clauses = ANSWERED_BY[question];
      return told.some(
        ({ rule, opinion: { probabilities, probabilityOf } }) =>
          clauses.includes(rule) &&
          probabilities.high >= HIGH_FROM &&
          clauses.reduce((sum, clause) => sum + probabilityOf(clause), 0) >= CLAUSES_FROM,
      );
    };
    return { threat: isSaid('threat'), physical: isSaid('physical'), harm: isSaid('harm') };
  };
}
