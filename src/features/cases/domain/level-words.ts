/** The level that somebody names: "es medio, no bajo". Pure. */

import type { Level } from '../../../platform/impact/assessment.js';
import { fold } from '../../../platform/text/fold.js';

const LEVELS: readonly [Level, RegExp][] = [
  ['low', /(?<!\b(no|not) (es |un |a |is )?)\b(baj[oa]|low|leve)\b/],
  ['medium', /(?<!\b(no|not) (es |un |a |is )?)\b(medi[oa]|medium)\b/],
  ['high', /(?<!\b(no|not) (es |un |a |is )?)\b(alt[oa]|high|grave|urgente)\b/],
];

/** Undefined when none is named, or several are. */
export function levelIn(text: string): Level | undefined {
  const folded = fold(text);
  const named = LEVELS.filter(([, pattern]) => pattern.test(folded));
  return named.length === 1 ? named[0]?.[0] : undefined;
}
