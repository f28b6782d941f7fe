/** Finds what in a message needs help first, whether the message tells, asks or only calls out. */
import { fold } from '../../../platform/text/fold.js';
import type { Care } from '../domain/assessment.js';
import type { Rules } from './rules.js';

export interface Urgency {
  cares: Care[];
  /** True for grave words, a call for help, or a question about helplines. */
  isGrave: boolean;
}

/** A call for help and little else, or "auxilio" or "socorro" anywhere. */
const CALLS =
  /^\W*(auxilio|socorro|emergencia|sos|help|help me|ayudenme)\b(\W+\w+){0,2}\W*$|\b(auxilio|socorro)\b/;
const ASKS_FOR_LINES =
  /\b(numeros?|lineas?|telefonos?|number|hotline|helpline)\b.*\b(emergencias?|ayuda|apoyo|psicolog\w*|llam\w+|denunci\w+|suicid\w*|violencia|emergency|call)\b/;

/** @returns the cares that hold by themselves (self-harm, sexual violence), or all if it is grave. */
export function createUrgencyOf(rules: Rules): (text: string) => Urgency {
  return (text) => {
    const folded = fold(text);
    const { signals, discounted, cares } = rules.read(text);
    // A grave word in a question or a hypothesis still counts: the writer may be in the middle of it.
    const isAsked = discounted.some(
      ({ level, why }) => level === 'high' && (why === 'asked' || why === 'hypothetical'),
    );
    const isGrave =
      isAsked ||
      signals.some(({ level }) => level === 'high') ||
      CALLS.test(folded) ||
      ASKS_FOR_LINES.test(folded);
    return {
      cares: cares.filter((care) => care === 'self-harm' || care === 'sexual-violence' || isGrave),
      isGrave,
    };
  };
}
