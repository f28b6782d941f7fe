/** Decides whether the context discounts a match: "no hubo golpes", "casi lo golpea", "¿y si me pega?", a film. */
import { wordSet as set } from '../text/fold.js';
import type { Discount } from './assessment.js';
import type { Token } from './tokens.js';

const REACH = 4;
/** "No es que", hearsay and films are told further ahead. */
const FAR_REACH = 12;
const NEGATIONS = set('no sin nunca jamas ni tampoco not never without didn');
/** These negate only what follows closely; further away they refer to something else. */
const NEAR_NEGATIONS = set('nadie ninguno ninguna ningun cero nobody');
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
  /^((par|dej|ces)[a-z]* de|(aguant|soport|resist|toler)[a-z]*|mediar|ninguna (razon|causa)|razon|motivo|causa|mas|previo aviso|decir (nada|palabra)|corto|es la primera|dud[a-z]* en|tuv[a-z]* reparo|(jod|jorob|frieg|freg)[a-z]*|hombre|senor|puede ser|hay derecho|(me|le|les) (digan?|crean?)|(se|te) (imagin|cre|alcanz)[a-z]*|(lo )?(puedo|podia) creer|(entiendo|se|entendi|entendimos) por que|puedo dormir)\b/;
/** "No es que me amenazara": the whole rest of the clause is denied. */
const DENYING = /\bno (es|era|fue) que\b/;
/** What is told in them did not happen. "Libro" is missing: people are hit with books. */
const FICTION = set(
  'pelicula peliculas novela novelas telenovela serie series documental videojuego videojuegos cuento cuentos cancion teatro simulacro noticiero movie film',
);
/** Only heard of, not seen. "Me contaron que" is how people report for others, and counts. */
const HEARD =
  /\b(dicen que|se dice que|se rumora|rumor(es)?|supuestamente|en las noticias|en la radio|por ahi dicen|lei que)\b/;
/** Long past. "Desde hace años me acosa" still happens. */
const PAST =
  /(?<!\b(desde|llev\p{L}*|van) )\bhace (como |mas de )?(\p{L}+ )?(anos|decadas)\b|\ben (el|los) (19\d\d|20[01]\d|setenta|ochenta|noventa)\b|\bcuando (yo )?era (nin|chiqui|pelad|joven|estudiante)/u;
const FIRST_PERSON = set('me nos mi mis yo');
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
  const far = clauseBefore(text, tokens, first, FAR_REACH);
  if (isNegated(before, tokens[first]?.word ?? '') || isDeniedAfter(text, tokens, last)) return 'negated';
  if (DENYING.test(inOrder(far))) return 'negated';
  if (isSupposed(before) || isConditional(text, before)) return 'hypothetical';
  const { earlier, all } = sentenceAround(text, tokens, first, last);
  if (isFiction(earlier, tokens.slice(first, last + 1))) return 'figurative';
  if (HEARD.test(inOrder(far)) || PAST.test(all.map(({ word }) => word).join(' '))) return 'hypothetical';
  return isAsked(text, tokens, start, tokens[last]?.end ?? 0) ? 'asked' : undefined;
}

/** @param before the preceding words, nearest first. @param next the first word of the match. */
function isNegated(before: readonly Token[], next: string): boolean {
  // A match that itself begins with a negation ("ni me miró") means what it says.
  if (NEGATIONS.has(next)) return false;
  const at = before.findIndex(
    ({ word }, distance) =>
      NEGATIONS.has(word) ||
      (NEAR_NEGATIONS.has(word) && distance < NEAR) ||
      // "Nada de golpes".
      (word === 'nada' && before[distance - 1]?.word === 'de'),
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

/** Up to `reach` preceding words of the same clause, nearest first. */
function clauseBefore(text: string, tokens: readonly Token[], first: number, reach = REACH): Token[] {
  const before: Token[] = [];
  let from = tokens[first]?.start ?? 0;
  for (let at = first - 1; at >= 0 && before.length < reach; at--) {
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

/** The words of the sentence of a match: up to twelve before it, and all of up to twelve on either side. */
function sentenceAround(text: string, tokens: readonly Token[], first: number, last: number) {
  let from = first;
  while (from > 0 && first - from < FAR_REACH && isSameSentence(text, tokens, from - 1)) from--;
  let to = last;
  while (to + 1 < tokens.length && to - last < FAR_REACH && isSameSentence(text, tokens, to)) to++;
  return { earlier: tokens.slice(from, first), all: tokens.slice(from, to + 1) };
}

/** Tells whether no sentence ends between a token and the next one. */
function isSameSentence(text: string, tokens: readonly Token[], at: number): boolean {
  return !/[.;!?\n]/.test(text.slice(tokens[at]?.end ?? 0, tokens[at + 1]?.start ?? 0));
}

/** In a film nobody does it to me. */
function isFiction(earlier: readonly Token[], match: readonly Token[]): boolean {
  const near = [...earlier.slice(-2), ...match];
  return earlier.some(({ word }) => FICTION.has(word)) && !near.some(({ word }) => FIRST_PERSON.has(word));
}

const inOrder = (nearestFirst: readonly Token[]): string =>
  [...nearestFirst]
    .reverse()
    .map(({ word }) => word)
    .join(' ');
