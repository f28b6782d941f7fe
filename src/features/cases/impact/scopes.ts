/** Decides whether the context discounts a match: "no hubo golpes", "casi lo golpea", "¿y si me pega?". */
import type { Discount } from '../domain/assessment.js';
import type { Token } from './tokens.js';

const REACH = 4;
const set = (text: string) => new Set(text.split(/\s+/));
const NEGATIONS = set('no sin nunca jamas ni tampoco not never without didn');
/** These negate only what follows closely; further away they refer to something else. */
const NEAR_NEGATIONS = set('nadie ninguno ninguna nobody');
const NEAR = 2;
/** These start a new clause. */
const BREAKS = set(
  'y e pero porque cuando sino aunque hasta mientras despues luego and but because when while then',
);
/** "no solo lo insultó", "no fue sino que…": not a negation. */
const NO_NEGATION = set('solo solamente sino contento contenta only just embargo obstante duda');
/**
 * Right after a negation, these say that it did happen: "no para de amenazarme", "no aguanto más los golpes",
 * "sin mediar palabra".
 */
const AFFIRMING =
  /^((par|dej|ces)[a-z]* de|(aguant|soport|resist|toler)[a-z]*|mediar|ninguna (razon|causa)|razon|motivo|causa|mas|previo aviso|decir (nada|palabra)|corto|es la primera|dud[a-z]* en|tuv[a-z]* reparo|(entiendo|se|entendi|entendimos) por que|puedo dormir)\b/;
/** "Casi siempre me pega" is not hypothetical. */
const OFTEN = set('siempre todos todas cada');
const HYPOTHETICAL = set(
  'casi podria podrian pudiera hubiera hubiese ojala llegara llegaran llegase almost could might would',
);
/** "Cuando" and "como" ask only with an accent. Without it they also begin statements. */
const ASKING = set('que cual donde quien what how who where why is does');

/** @param first and last the token indexes of the match in `text`. */
export function discountOf(
  text: string,
  tokens: readonly Token[],
  first: number,
  last: number,
): Discount | undefined {
  const start = tokens[first]?.start ?? 0;
  const before = clauseBefore(text, tokens, first);
  if (isNegated(before, tokens[first]?.word ?? '') || isDeniedAfter(text, tokens, last)) return 'negated';
  if (isSupposed(before) || isConditional(text, before)) return 'hypothetical';
  return isAsked(text, tokens, start, tokens[last]?.end ?? 0) ? 'asked' : undefined;
}

/** @param before the preceding words, nearest first. @param next the first word of the match. */
function isNegated(before: readonly Token[], next: string): boolean {
  // A match that itself begins with a negation ("ni me miró") means what it says.
  if (NEGATIONS.has(next)) return false;
  const at = before.findIndex(
    ({ word }, distance) => NEGATIONS.has(word) || (NEAR_NEGATIONS.has(word) && distance < NEAR),
  );
  if (at < 0) return false;
  const behind = before.slice(0, at).map(({ word }) => word);
  const following = behind.at(-1) ?? next;
  const phrase = [...behind.reverse(), next].join(' ');
  return !NO_NEGATION.has(following) && !AFFIRMING.test(phrase);
}

/** "Golpes no hubo", "amenazar no amenazó": a plural noun or an infinitive, negated right after. */
function isDeniedAfter(text: string, tokens: readonly Token[], last: number): boolean {
  const word = tokens[last];
  const next = tokens[last + 1];
  if (!word || next?.word !== 'no' || !/[sr]$/.test(word.word)) return false;
  return text.slice(word.end, next.start).trim() === '';
}

/** Up to four preceding words of the same clause, nearest first. */
function clauseBefore(text: string, tokens: readonly Token[], first: number): Token[] {
  const before: Token[] = [];
  let from = tokens[first]?.start ?? 0;
  for (let at = first - 1; at >= 0 && before.length < REACH; at--) {
    const token = tokens[at] as Token;
    if (BREAKS.has(token.word) || /[.,;:!?¿¡\n"“”«»()]/.test(text.slice(token.end, from))) break;
    before.push(token);
    from = token.start;
  }
  return before;
}

function isSupposed(before: readonly Token[]): boolean {
  return before.some(({ word }, at) => HYPOTHETICAL.has(word) && !OFTEN.has(before[at - 1]?.word ?? ''));
}

/** "si me pega", "si el jefe me pega": hypothetical when the clause begins with "si". */
function isConditional(text: string, before: readonly Token[]): boolean {
  const first = before.at(-1);
  // "Sí" with an accent means yes.
  return first?.word === 'si' && !/í/i.test(text.slice(first.start, first.end).normalize('NFC'));
}

/** Returns true within a sentence that begins as a question and ends in a question mark. */
function isAsked(text: string, tokens: readonly Token[], start: number, end: number): boolean {
  const after = text.slice(end);
  const stop = after.search(/[.!?\n]/);
  if (stop < 0 || after[stop] !== '?') return false;
  const opening =
    Math.max(...['.', '!', '?', '\n', '¿'].map((sign) => text.lastIndexOf(sign, start - 1))) + 1;
  const firstWord = tokens.find((token) => token.start >= opening);
  if (firstWord === undefined) return false;
  const written = text.slice(firstWord.start, firstWord.end).normalize('NFC');
  return ASKING.has(firstWord.word) || /^(cómo|cuándo)$/i.test(written);
}
