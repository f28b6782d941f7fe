/** Short orders about a report in hand that leave no doubt. Pure. */
import { fold } from '../../../platform/text/fold.js';
import { correctionIn } from './corrections.js';

const DEEDS = ['undo', 'shorten', 'unclear', 'drop', 'lower', 'clear', 'replace'] as const;
export type Deed = (typeof DEEDS)[number];

const LEAD =
  '(?:(?:ay|uy|no|ya|mejor|espere|espera|un momento|perdon|por favor|porfa|y|pero|please|wait)[,. ]+)*';
const TAIL = '(?:[, ]+(?:porfa|por favor|gracias|mejor|please))*[.! ]*$';
const AWAY = '(?:quit|borr|elimin|sac|saqu)(?:a|e|o|ar|en|al|el)?';
const WHOLE: readonly [Deed, string][] = [
  ['undo', '(?:deshaz\\w*|deshag\\w+|dej[ae]lo como estaba(?: antes)?|undo(?: it)?)'],
  [
    'shorten',
    `${AWAY}(?:le|lo)? (?:eso(?: ultimo)?|lo ultimo|lo de ultimo|lo ultimo que (?:dije|escribi|puse)|la ultima (?:frase|parte))`,
  ],
  ['unclear', `${AWAY}(?:le|lo)? lo (?:del?|que) (?:[a-z0-9]+ ?){1,5}`],
  [
    'drop',
    '(?:(?:quiero|voy a|necesito|deseo|prefiero) )?(?:retir|cancel|borr|elimin)(?:ar|o|a|e)(?:lo|la)? (?:todo|tod[oa] (?:el|mi|eso)(?: reporte)?|el reporte|mi reporte)',
  ],
  [
    'lower',
    '(?:ba[jg][ae](?:n)?(?:l[oae])?|lower it)(?: (?:el |de )?(?:nivel|impacto|gravedad))?|(?:puede|podria|quiero) bajar(?:lo|le)(?: (?:el |de )?nivel)?',
  ],
  [
    'clear',
    '(?:[a-zñ]+ ){1,4}no (?:tuvo|tiene|tenia|tuvieron) (?:nada )?que ver(?: (?:en|con) (?:eso|esto))?',
  ],
];
const PATTERNS = WHOLE.map(([deed, words]) => [deed, new RegExp(`^${LEAD}(?:${words})${TAIL}`)] as const);

/** What a text plainly orders; undefined for a story, a question, or words that somebody else said. */
export function deedIn(text: string): Deed | undefined {
  const folded = fold(text);
  const found = PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0];
  return found ?? (correctionIn(text) ? 'replace' : undefined);
}
