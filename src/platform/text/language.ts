import type { Language } from './catalogue.js';
import { fold, words } from './fold.js';

// Words that are frequent in one of the two languages and do not exist in the other.
const ENGLISH = new Set(
  `the what is are how where who why when which do does did can could should would i you my your we they she
   his her it this that these those of to and or not with from about for an at by was were have been if
   there here please report failure help cases tell show someone customer policy level hello thanks means mean`.split(
    /\s+/,
  ),
);
const SPANISH = new Set(
  `el la los las un una unos unas de del que qué y o en es son por para con sin mi tu su sus lo le les se al como
   cómo cuál cual quien quién donde dónde cuándo cuando si sí esta este esto eso esa ese hay hola gracias pero
   más muy ya fue ser está yo usted nos porque ayer hoy mis casos reportar ayuda bandeja`
    .split(/\s+/)
    .map(fold),
);

/**
 * Returns the language of a text; undefined when its words do not tell ("DEIP", "ok"). Counts function words
 * only: that is enough for two languages, and most texts are short.
 */
export function languageOf(text: string): Language | undefined {
  return languageBy(text, 1);
}

/** The same where more than one word tells: a single one may be a name, or a command of the other language. */
export const surelyWrittenIn = (text: string): Language | undefined => languageBy(text, 2);

function languageBy(text: string, margin: number): Language | undefined {
  const found = words(fold(text));
  const english = found.filter((word) => ENGLISH.has(word)).length;
  const spanish = found.filter((word) => SPANISH.has(word)).length;
  if (Math.abs(english - spanish) < margin) return undefined;
  return english > spanish ? 'en' : 'es';
}
