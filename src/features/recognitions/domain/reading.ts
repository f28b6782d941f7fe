/** What a message says of a recognition: whom it thanks, for what, and which attribute that shows. */
import { fold, wordSet, words } from '../../../platform/text/fold.js';
import { MOST_WORDS } from './recognition.js';

/** Before the name of who is thanked. */
const BEFORE_NAME = wordSet('a al para fue es era thank thanks to congratulate praise recognise recognize');
/** Between them and the name. */
const TITLES = wordSet(
  'mi mis el la los las don dona doctor doctora dr dra senor senora senorita jefe jefa profe companero companera colega ingeniero ingeniera auxiliar enfermero enfermera my our colleague coworker the',
);
const SMALL = wordSet('de del la las los y van da dos');

interface Token {
  folded: string;
  isCapitalised: boolean;
  /** Of a sentence. */
  isFirst: boolean;
}

/**
 * The people who are named, of those who are likely. A name that several of them have names nobody: the form leaves it
 * open. A surname alone is no name, because many are ordinary words.
 */
export function peopleNamed(text: string, likely: readonly { id: string; name: string }[]): string[] {
  const tokens = tokensOf(text);
  const found = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    if (!mayBeName(tokens, at)) continue;
    const candidates = likely.filter(({ name }) => namesOf(name)[0] === token.folded);
    const scored = candidates.map(({ id, name }) => ({ id, score: followed(tokens, at, namesOf(name)) }));
    const most = Math.max(...scored.map(({ score }) => score));
    const [best, ...others] = scored.filter(({ score }) => score === most);
    if (best && others.length === 0) found.add(best.id);
  }
  return [...found];
}

function tokensOf(text: string): Token[] {
  let isFirst = true;
  return [...text.matchAll(/([\p{L}\p{M}]+)|[.!?¡¿\n]/gu)].flatMap(([, word]) => {
    if (word === undefined) {
      isFirst = true;
      return [];
    }
    const token = { folded: fold(word), isCapitalised: /^\p{Lu}/u.test(word), isFirst };
    isFirst = false;
    return [token];
  });
}

function mayBeName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.isCapitalised && !token.isFirst) return true;
  let before = at - 1;
  while (before >= 0 && TITLES.has(tokens[before]?.folded ?? '')) before -= 1;
  return BEFORE_NAME.has(tokens[before]?.folded ?? '');
}

const namesOf = (name: string) => words(fold(name)).filter((part) => !SMALL.has(part));

/** How many words from here on belong to a name. */
function followed(tokens: readonly Token[], at: number, names: readonly string[]): number {
  let count = 0;
  for (const { folded } of tokens.slice(at)) {
    if (names.includes(folded)) count += 1;
    else if (!SMALL.has(folded)) break;
  }
  return count;
}

/** Thanks or a wish to thank, which says nothing yet of what they did. */
const OPENING =
  /^(?:(?:hola|buen[oa]s?\s+(?:d[ií]as|tardes|noches)|oye|hi|hello)\W+)*(?:(?:quiero|quisiera|deseo|necesito|quer[ií]a|me gustar[ií]a|puedo|i want to|i['’]d like to|i would like to)\s+)?(?:reconocer|felicitar|agradecer|exaltar|resaltar|dar(?:le)?s?\s+(?:las\s+)?gracias|(?:mil\s+|muchas\s+)?gracias|agradezco|felicit\p{L}+|exalto|thank|congratulate|recogni[sz]e)(?!\p{L})/iu;
/** What comes between the name and what they did, the surest first. */
const BEFORE_DEED = [
  /(?:^|\s)(?:porque|por\s+que|xq|porq|por|because|for)\s+(.+)$/isu,
  /[,:;]\s*(?:quien(?:es)?\s|que\s|who\s)?\s*(.+)$/isu,
  /\s(?:que|quien|q|who)\s+(.+)$/isu,
];
/** Shorter words say whom, and not what. */
const TELLS_FROM = 40;

/** What they did, in the words of the message, as far as it says it; empty when it does not. */
export function reasonIn(text: string): string {
  const said = text.replace(/\s+/g, ' ').trim();
  const told = OPENING.test(said) ? deedIn(said) : said.length < TELLS_FROM ? '' : said;
  const cut = told.trim().slice(0, MOST_WORDS);
  return cut.charAt(0).toLocaleUpperCase('es') + cut.slice(1);
}

function deedIn(said: string): string {
  const deeds = BEFORE_DEED.map((pattern) => pattern.exec(said)?.[1] ?? '');
  return deeds.find((deed) => words(deed).length >= 2) ?? '';
}

/** The beginnings of words that name an attribute or what it looks like. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  amabilidad: [
    'amab',
    'gentil',
    'cordial',
    'calide',
    'calido',
    'calida',
    'carin',
    'sonri',
    'dulz',
    'tiern',
    'kind',
    'warm',
    'smile',
  ],
  'escucha-comunicacion': ['escuch', 'pacienc', 'explic', 'comunic', 'aclar', 'listen', 'patienc', 'explain'],
  'reconocimiento-usuario': ['personaliz', 'detallist', 'inolvidable', 'personalis'],
  deip: [
    'inclusion',
    'incluyent',
    'discapac',
    'senas',
    'divers',
    'equidad',
    'braille',
    'ciego',
    'ciega',
    'invident',
    'sord',
    'blind',
    'deaf',
  ],
  'deberes-derechos': ['derecho', 'deberes', 'garant'],
  'etica-valores': [
    'honest',
    'honrad',
    'etic',
    'transparen',
    'devolvi',
    'integridad',
    'sincer',
    'trustworth',
  ],
  facilidad: [
    'rapid',
    'agil',
    'facil',
    'resolv',
    'solucion',
    'tramit',
    'eficien',
    'quick',
    'fast',
    'solved',
    'easy',
  ],
  satisfaccion: ['satisf', 'expectativ', 'promesa', 'cumpli', 'satisfied', 'expectation'],
  anticiparse: ['anticip', 'adelanto', 'previni', 'prevey', 'proactiv', 'foresaw'],
};
/** A model knows situations that no word tells; below this it only guesses. */
const LIKELY_FROM = 0.35;
/** Fewer only ask to recognise somebody. */
const FEWEST_WORDS = 5;

/**
 * The attribute that a message names or tells of; undefined when its words name none or several and the model is unsure.
 * @param ranked sections by how well they fit the message.
 */
export function attributeIn(
  text: string,
  attributes: readonly string[],
  ranked: readonly { id: string; probability: number }[],
): string | undefined {
  const said = words(fold(text));
  const named = attributes.filter((id) =>
    (SIGNS[id] ?? []).some((sign) => said.some((word) => word.startsWith(sign))),
  );
  if (named.length === 1) return named[0];
  if (said.length < FEWEST_WORDS) return undefined;
  const among = named.length > 0 ? named : attributes;
  const best = ranked.find(({ id }) => among.includes(id));
  return best && best.probability >= LIKELY_FROM ? best.id : undefined;
}
