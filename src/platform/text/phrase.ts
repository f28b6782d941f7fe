/**
 * Recognises a message that is only a command, apart from greetings, courtesy, a wish or a small verb around
 * it. A message that says or asks anything more is not a command. Pure.
 */

import { fold } from './fold.js';

/** Longer messages are not commands. */
const MOST_LENGTH = 150;

const list = (text: string) => text.split(',').map(normal);

/** Words that open or close a message without asking for anything. */
const COURTESY = list(
  `por favor, porfavor, porfa, porfis, por fa, please, pls, plis, gracias, muchas gracias, mil gracias, thanks, thank you,
   bot, amigo, amiga`,
);
const GREETINGS = list(
  `hola, holi, hey, hi, hi there, hello, alo, saludos, buenas, muy buenas, buen dia, buenos dias, muy buenos dias,
   buenas tardes, muy buenas tardes, buenas noches, muy buenas noches, good morning, good afternoon, good evening, que tal,
   como estas, como esta, disculpa, disculpe, perdon, oye, oiga, y, pero, and, but`,
);
const WISHES = list(
  `yo quiero, quiero, quiero que, kiero, qiero, quisiera, kisiera, quisiera que, necesito, necesito que, nesesito, nesecito,
   necesitaria, deseo, desearia, requiero, me gustaria, voy a, vengo a, me ayudas a, me ayuda a, me puedes ayudar a,
   me puede ayudar a, me podrias ayudar a, me podria ayudar a, puedes ayudarme a, podrias ayudarme a, ayudame a, ayudeme a,
   ayuda para, me das, me da, i want to, i want, i need to, i need, i would like to, i would like, i'd like to, i'd like,
   can you, could you, would you, help me, help me to`,
);
const SHOWING = list(
  `ver, abrir, abre, abreme, mostrar, mostrarme, muestra, muestrame, muestreme, me muestras, me muestra, consultar, revisar,
   mirar, show, show me, see, view, open, check`,
);
const ARTICLES = ['el', 'la', 'los', 'las', 'the'];
const DOING = list(
  `hacer, hacer un, hacer una, poner, poner un, poner una, crear, crear un, crear una, generar un, generar una, registrar un,
   registrar una, realizar un, realizar una, enviar un, enviar una, mandar un, mandar una, radicar, radicar un, radicar una,
   make a, make, file a, file, submit a, send a`,
);
const ENDINGS = list('ya, ya mismo, ahora, ahora mismo, ahorita, now, right now');

const AROUND = [...COURTESY, ...GREETINGS, ...WISHES];
const BEFORE = [
  ...AROUND,
  ...SHOWING.flatMap((verb) => [verb, ...ARTICLES.map((article) => `${verb} ${article}`)]),
  ...DOING,
];
const BEHIND = [...COURTESY, ...ENDINGS];

/** The longest first, so that "buenas tardes" is removed as a whole. */
const LONGEST_FIRST = AROUND.toSorted((one, other) => other.length - one.length);
const LEADING = new RegExp(`^(?:(?:${LONGEST_FIRST.join('|')})(?: |$))+`);
const TRAILING = new RegExp(`(?:(?:^| )(?:${BEHIND.join('|')}))+$`);

/**
 * Recognises a text that is exactly one of these phrases, with or without courtesy around it.
 * @param book the phrases by name, in any case, with or without accents.
 * @returns the name for a text that `fold` has folded.
 */
export function phrasebook<Name extends string>(
  book: Readonly<Partial<Record<Name, readonly string[]>>>,
): (folded: string) => Name | undefined {
  const entries = Object.entries(book) as [Name, readonly string[]][];
  const names = new Map(entries.flatMap(([name, phrases]) => phrases.map((one) => [normal(one), name])));
  const wanted = [...names.keys()].join('|');
  const pattern = new RegExp(`^(?:(?:${BEFORE.join('|')}) )*(${wanted})(?: (?:${BEHIND.join('|')}))*$`);
  return (folded) => {
    if (folded.length > MOST_LENGTH) return undefined;
    return names.get(pattern.exec(normal(folded))?.[1] ?? '');
  };
}

/** Returns a folded text without the greeting, the courtesy and the wish at its edges. */
export function withoutCourtesy(folded: string): string {
  return bare(folded).replace(LEADING, '').replace(TRAILING, '');
}

/** The form for comparing phrases: without punctuation around words and without drawn-out letters. */
function normal(text: string): string {
  return bare(text)
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .replace(/([aeiou])\1\b/g, '$1');
}

/** Returns the words without the punctuation around them. */
function bare(text: string): string {
  return fold(text)
    .replaceAll('’', "'")
    .split(' ')
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '')
    .join(' ');
}
