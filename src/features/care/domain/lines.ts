/** Which telephone lines to show, the most fitting first. Pure. */
import { fold } from '../../../platform/text/fold.js';
import type { Helpline } from '../../../platform/text/helplines.js';
import type { Danger } from '../../../platform/understanding/intents.js';

/** What a message gives away about the danger. */
export type Sign = 'self-harm' | 'sexual-violence' | 'child-at-risk';

const OF_SIGN: Readonly<Record<Sign, Helpline>> = {
  'self-harm': 'emotional',
  'child-at-risk': 'child',
  'sexual-violence': 'violence',
};
/** Words of somebody who may harm themselves, or of somebody near them. */
const OF_DYING =
  /\b(suicid\w*|matarme|matarse|(me|se) (voy|va|quiero|quiere|kiero) (a )?(matar|morir)|morirme|morirse|quitar(me|se) la vida|cortarme|cortarse|desaparecer|(no|sin ganas de) (quiero |quiere )?(seguir )?(vivir|viviendo)|kill (myself|himself|herself)|end my life|want to die)\b/;

/** @param care what the rules for reports found. */
export function signsIn(text: string, cares: readonly string[]): Sign[] {
  const found = new Set(cares.filter(isSign));
  if (OF_DYING.test(fold(text))) found.add('self-harm');
  return [...found];
}

const isSign = (care: string): care is Sign => Object.hasOwn(OF_SIGN, care);

/** Few numbers, so that nobody has to choose. */
const MOST = 2;

export function linesFor(danger: Danger, signs: readonly Sign[]): Helpline[] {
  const special = (Object.keys(OF_SIGN) as Sign[]).filter((sign) => signs.includes(sign));
  const fitting = special.map((sign) => OF_SIGN[sign]);
  const general: Helpline[] = danger === 'emergency' ? ['emergency'] : ['emotional', 'emergency'];
  const ordered = danger === 'emergency' ? [...general, ...fitting] : [...fitting.slice(0, 1), ...general];
  return [...new Set(ordered)].slice(0, MOST);
}

/** Whoever may harm themselves is not sent to a form. */
export const mayReport = (signs: readonly Sign[]): boolean => !signs.includes('self-harm');
