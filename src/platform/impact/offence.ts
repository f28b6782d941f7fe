/** The words of a text that would hurt who it is written to, for texts that are sent on as they are. */
import { fold, words } from '../text/fold.js';
import type { Clause } from './assessment.js';
import type { Rules } from './rules.js';

/** Rude wherever they stand. */
const RUDE: readonly Clause[] = ['soez'];
/** A story may tell of a threat that somebody stood up to; one that says "te" is made. */
const ADDRESSED_ONLY: readonly Clause[] = ['amenaza', 'estabilidad_emocional'];
const ADDRESSING =
  /^(te|ti|tu|tus|vas|you|your|yourself|(mat|muer|suicid|ahor|tragu|tom|tir)\p{L}*(te|se))$/u;

/** Returns the offensive words in the order of the text, as they stand in it. */
export function createOffensiveIn(rules: Rules): (text: string) => string[] {
  const isAddressed = (text: string) => words(fold(text)).some((word) => ADDRESSING.test(word));
  return (text) =>
    rules
      .read(text)
      .signals.filter(
        ({ rule, text: said }) => RUDE.includes(rule) || (ADDRESSED_ONLY.includes(rule) && isAddressed(said)),
      )
      .map(({ text: said }) => said);
}
