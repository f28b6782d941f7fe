/** Recognises a request for the policy as a whole. Pure. */
import { fold, wordSet, words } from '../../../platform/text/fold.js';

/** Asks for the whole policy, or for a summary. */
const WHOLE = /\b(resum\w*|summar\w*|toda la politica|politica completa|whole policy)\b/;
const OF_THE_WHOLE = wordSet(
  `politica humanizacion experiencia y de del la el lo los las en un una todo toda todos completa completo general documento
   compensar me nos le puedes podrias podria puede haz hazme haga hagame dame deme da das quiero quisiera necesito por favor
   porfa gracias hola buenas pocas palabras breve corto corta rapido rapida minuto minutos lineas que es dice trata a the whole
   policy of give please short can you me in few words i want need`,
);

/** Tells whether a message asks for the whole policy, and not for a part of it. */
export function asksForWhole(text: string): boolean {
  const folded = fold(text);
  const rest = words(folded.replace(new RegExp(WHOLE, 'g'), ' ')).filter((word) => !OF_THE_WHOLE.has(word));
  return WHOLE.test(folded) && rest.length === 0;
}
