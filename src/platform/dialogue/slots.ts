/** What a message that does something passes on: words, a place in a list, a wish to keep the name back. */
import { fold, unaccented } from '../text/fold.js';
import type { Act } from './acts.js';

/** The verbs that ask the bot to pass something on; in the text without accents and in lower case. */
const TELL =
  /\b(di(le|gale|ganle|les|cele)|deci(le|les|rle|rles)|avis(ale|ele|eles|ales|arle)|cuent(ale|ele)|cont(ale|arle)|coment(ale|ele)|inform(ale|ele|arle)|respond(ele|ale|erle|e que)|contest(ale|ele)|escrib(ele|ale|irle)|recuerd(ales|eles|ale|ele)|record(ales|ale)|mand(ale|ele)|transmit(ale|ele)|trasmit(ale|ele)|pas(ele|ale)|hag(ale|anle) saber|hazle saber|que sepa|tell|let (her|him|them)( know)?|write|remind|inform|pass on)\b/;
const ASK =
  /\b(pregunt\w*|averigu\w*|indag\w*|consult\w*|pide(le)?|pida(le)?|pedi(le)?|que (me |nos )?(diga|digan|cuente|cuenten|aclare|explique|confirme|precise|especifique)|(quiero|necesito|me falta|falta) saber|ask|find out|check)\b/;
const CLOSE =
  /\b(cierr\w*|cerr\w*|archiv\w*|termin\w*|resuelt\w*|solucionad\w*|finaliz\w*|finiquitad\w*|list[oa]|quedo|arreglad\w*|caso cerrado|done|close\w*|solved|fixed)\b/;
const REJECT =
  /\b(no (lo |la )?(acept\w*|recib\w*)|rechaz\w*|devuelv\w*|devolve\w*|no (me )?(aplica|corresponde|toca|procede)|no es (una )?falla|descart\w*|reject\w*|not (a|me|us|mine)\b)/;

/** Where the words begin after the verb: "que", a question word, a colon or a comma. */
const BEGIN: Readonly<Partial<Record<Act, { verb: RegExp; after: RegExp; isKept: boolean }>>> = {
  'tell-them': { verb: TELL, after: /\b(que|q|k|that)\b[\s,:]*|:\s*|\bknow\s+/, isKept: false },
  'ask-them': {
    verb: ASK,
    after:
      /\b(si|que|q|cual\w*|como|cuando|donde|quien\w*|cuant\w*|por que|xq|a que|de que|en que|con quien|el|la|los|las|un|una|if|what|when|where|who|which|how|why)\b/,
    isKept: true,
  },
  close: { verb: CLOSE, after: /[,:;.]\s*|\b(porque|xq|ya que|pues)\b\s*/, isKept: false },
  reject: { verb: REJECT, after: /[,:;.]\s*|\b(porque|xq|ya que|pues|because)\b\s*/, isKept: false },
};

/** The words to pass on: those behind "dile que", else the whole message. */
export function wordsFor(act: Act, text: string): string {
  const whole = text.trim();
  const begin = BEGIN[act];
  const plain = unaccented(whole);
  const verb = begin?.verb.exec(plain);
  if (!begin || !verb) return whole;
  const from = verb.index + verb[0].length;
  const then = begin.after.exec(plain.slice(from));
  if (!then) return whole;
  const words = whole.slice(from + then.index + (begin.isKept ? 0 : then[0].length)).trim();
  return words.split(/\s+/).length > 1 ? words : whole;
}

const ORDINALS: readonly RegExp[] = [
  /\b(primer[oa]?|1(ro|ra|era?)?|uno|first|1st|one)\b/,
  /\b(segund[oa]|2(do|da)?|dos|second|2nd|two|otr[oa]|other)\b/,
  /\b(tercer[oa]?|3(ro|ra|er)?|tres|third|3rd|three)\b/,
  /\b(cuart[oa]|4(to|ta)?|cuatro|fourth|4th|four)\b/,
  /\b(quint[oa]|5(to|ta)?|cinco|fifth|five)\b/,
  /\b(sext[oa]|6|seis|sixth|six)\b/,
  /\b(septim[oa]|7|siete|seventh|seven)\b/,
];
const LAST = /\b(ultim[oa]|final|de abajo|last|bottom)\b/;
const FIRST = /\b(de arriba|top)\b/;

/** The place in a list that a text names, from 0; -1 for the last one. */
export function placeIn(text: string): number | undefined {
  const folded = fold(text);
  if (LAST.test(folded)) return -1;
  if (FIRST.test(folded)) return 0;
  const at = ORDINALS.findIndex((pattern) => pattern.test(folded));
  return at < 0 ? undefined : at;
}

const WITHHELD =
  /\b(sin (que (salga|aparezca|vean|pongan) )?(mi|el) nombre|no (pong|salg|aparezc|dig|muestr|use|quiero que (salg|aparezc|vean))\w* (mi|quien|que fui)|(?<!\bno )(?<!\bya no )(?<!\bmas )anonim\w*|en reserva|reserv(ado|ada|en|a)? (mi|el) nombre|(en confidencia|(que )?(sea|quede|vaya|mantener(lo)?) confidencial|de manera confidencial|confidencialmente)|que no se sepa (que fui|quien)|without my name|anonymous(ly)?|keep my name|hide my name|(quit|borr|tap|ocult|escond)\w* (mi|el) nombre|mi nombre (no|fuera))\b/;

/** Returns true if the person wants their name kept back. */
export const withholdsName = (text: string): boolean => WITHHELD.test(fold(text));

/** Orders, and no past: "dijo que…" tells something. */
const VERB =
  '(?:pon(?:ga|gan)?|agreg(?:a|ue)|anad[ea]|anot[ae]|escrib[ea]|di|diga|cuent[ae]|incluy[ea]|sum[ae]|mencion[ae])(?:le|les|lo|la)?|add|write|say|put|mention';
const ADDS = new RegExp(
  `^(?:(?:y|e|pero|ah|ay|uy|tambien|ademas|and|also|please)[, ]+)*(?:${VERB})\\b(?:[^:]*?\\b(?:que|that)\\s+|[^:]*?:\\s*)(.+)$`,
);

/** The words to add, which stand behind "ponle que"; undefined without such a verb. */
export function wordsToAdd(text: string): string | undefined {
  const said = text.replace(/\s+/g, ' ').trim();
  const rest = ADDS.exec(unaccented(said))?.[1];
  return rest && said.slice(-rest.length);
}
