/** What people ask and fear about who learns of a report, in the words that leave no doubt. Pure. */
import { fold, words } from '../../../platform/text/fold.js';

/** A longer text tells a story. */
const MOST_WORDS = 12;
const isShort = (text: string): boolean => words(text).length <= MOST_WORDS;

const LEADER = '(el|ella|(mi|el|la) (jef[ea]|superior|lider|supervisora?|coordinadora?|gerente|directora?))';
const LEARN =
  '(entera(r|ra|rse|n)?|entere|sabe(r|rlo)?|sabra|sepa|ve(r|rlo)?|vera|vea|lee(r|rlo)?|leera|lea)';
const LEARNS = new RegExp(
  [
    `\\b${LEADER} (no )?(se |lo |la )?((va|vaya|puede|pueda|podria) (a )?)?${LEARN}\\b`,
    `\\b(se|lo) ((va|puede) (a )?)?${LEARN} ${LEADER}\\b`,
    '\\b(will|can|does|would) (he|she|my (boss|manager|leader|supervisor)) (know|find out|see|read|learn)\\b',
  ].join('|'),
);
/** "¿Él se entera?": asked of a report in hand. */
export const asksIfLeaderLearns = (text: string): boolean =>
  isShort(text) && /[?¿]/.test(text) && LEARNS.test(fold(text));

const TAKES_IT_OUT =
  /\b(desquit\w*|represali\w*|veng(ar|ue|a)\w* (de mi|conmigo)|me (va|van|vaya|vayan|puede|pueden|podria|podrian) (a )?(echar|despedir|botar|sacar)|me (echa|echan|despide|despiden|botan?)|retaliat\w*|(take|takes) it out on me|fire me|get(s)? fired)\b/;
/** "Me da miedo que se desquite", "me va a echar". */
export const fearsRetaliation = (text: string): boolean => isShort(text) && TAKES_IT_OUT.test(fold(text));

const GIVES_NAME =
  /\b(ya no (quiero|hace falta|necesito) (que )?(sea |este |quede |vaya )?(la |mas )?(confidencial|reserva\w*|en reserva|en confidencia|anonim\w*)|(ya )?(puede|pueden|que) (saber|sepan?|ver|vean?|conocer|conozcan?) (mi nombre|quien (soy|fui))|quit\w* la reserva|no longer (want it )?confidential|can know my name)\b/;
/** "Ya no quiero que sea confidencial", "puede saber mi nombre". */
export const namesThemselves = (text: string): boolean => isShort(text) && GIVES_NAME.test(fold(text));
