/** What people type to be done with a form, however little they write. */
import { fold, words } from '../text/fold.js';

const LEAD =
  '(?:(?:si|ok|okay|bueno|dale|ya|no|mejor|ay|uy|entonces|listo|por favor|porfa|yes|ok|please|just)[,. ]+)*';
const TAIL = '(?:[ ,]+(?:asi|ya|eso|porfa|por favor|gracias|it|now|please|thanks))*[.! ]*$';
const SEND = new RegExp(
  `^${LEAD}(?:listo|asi esta bien|esta bien asi|envi(?:a|e|ar|ala|alo|ela|elo)|mand(?:ala|alo|ela|elo)|guard(?:a|ala|alo|ela|elo)|publi(?:cala|calo|quela|quelo)|send it|save it|publish it|done|that is all)${TAIL}`,
);
const DROP = new RegExp(
  `^${LEAD}(?:borr(?:a|ala|alo|ela|elo)|quit(?:a|ala|alo|ela|elo)|descart(?:a|ala|alo|ela|elo)|cancel(?:a|ala|alo|ela|elo)|olvid(?:ala|alo|ela|elo)|dej(?:ala|alo|ela|elo)|delete it|discard it|drop it|forget it|never ?mind)${TAIL}`,
);

/** Returns what a short text plainly does to a form; undefined for any other text. */
export function formAct(text: string): 'send' | 'drop' | undefined {
  const folded = fold(text);
  if (SEND.test(folded)) return 'send';
  return DROP.test(folded) ? 'drop' : undefined;
}

const MOST_WORDS = 10;

/** It may name a field of a form: it is short, and asks nothing. */
export const mayNameField = (text: string): boolean =>
  !/[?¿]/.test(text) && words(fold(text)).length <= MOST_WORDS;
