/** Finds what in a message needs help first, whether the message tells or asks. */
import type { Care } from './assessment.js';
import type { Rules } from './rules.js';

export interface Urgency {
  cares: Care[];
  /** True for grave words. */
  isGrave: boolean;
}

/** @returns the cares that hold by themselves (self-harm, sexual violence), or all if it is grave. */
export function createUrgencyOf(rules: Rules): (text: string) => Urgency {
  return (text) => {
    const { signals, discounted, cares } = rules.read(text);
    // A grave word in a question or a hypothesis still counts: the writer may be in the middle of it.
    const isAsked = discounted.some(
      ({ level, why }) => level === 'high' && (why === 'asked' || why === 'hypothetical'),
    );
    const isGrave = isAsked || signals.some(({ level }) => level === 'high');
    return {
      cares: cares.filter((care) => care === 'self-harm' || care === 'sexual-violence' || isGrave),
      isGrave,
    };
  };
}
