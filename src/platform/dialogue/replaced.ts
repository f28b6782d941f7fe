/** Puts words right by a correction: "no digas supervisor, pon coordinador". Pure. */
import { unaccented } from '../text/fold.js';

/** What is wrong, and what stands there instead. */
const PAIRS: readonly RegExp[] = [
  /\b(?:cambi\w+|reemplaz\w+|change|replace) (?:lo de |el |la |los |las |the )?(.+?),? (?:por|to|with) (.+)$/,
  /\b(?:en vez de|en lugar de|instead of) (.+?),? (?:pon\w*|di\w*|escrib\w+|es|say|put|write) (?:que )?(?:el |la |los |las )?(.+)$/,
  /\bno (?:digas?|pongas?|escribas?|es|era|fue|fueron|son|eran|don't say|not) (?:que )?(?:el |la |los |las )?(.+?)(?:,| sino(?: que)?|;|\.) *(?:mejor |sino |but )?(?:pon\w*|di|diga|escrib\w+|es|era|fue|fueron|son|eran|say|put|it was|it is)? ?(?:que )?(?:el |la |los |las )?(.+)$/,
];
const ENDING = /[.!\s]+$/;

/** Undefined when the correction names nothing of the words. */
export function replacedIn(words: string, correction: string): string | undefined {
  const said = correction.trim().replace(ENDING, '');
  const plain = unaccented(said);
  const known = unaccented(words);
  for (const pattern of PAIRS) {
    const match = pattern.exec(plain);
    const [, wrong, right] = match ?? [];
    if (!wrong || !right) continue;
    const at = known.indexOf(wrong);
    if (at < 0) continue;
    return words.slice(0, at) + said.slice(-right.length) + words.slice(at + wrong.length);
  }
  return undefined;
}
