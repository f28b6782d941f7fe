const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,255}\.\p{L}{2,}/gu;
const LINK = /\b(?:https?:\/\/|www\.)\S+/gi;
/** Documents, telephones, cards: seven or more digits in any grouping; no dates and no case numbers. */
const NUMBER = /(?<![\p{L}\d-])(?!\d{4}-\d{2}-\d{2}\b)\d(?:[\s.,'’–-]{0,3}\d){6,}/gu;
/** A name: capitalised words, and the small words between them. */
const NAME = String.raw`\p{Lu}[\p{L}\p{M}]*(?:[\s-]+(?:(?:de|del)\s+(?:(?:la|las|los)\s+)?|y\s+)?\p{Lu}[\p{L}\p{M}]*){0,4}`;
/** "soy Marta Pérez", "me llamo Jairo". */
const INTRODUCED = new RegExp(
  String.raw`\b((?:[Mm]e llamo|[Ss]oy|[Mm]i nombre es|[Ll]e habla|[Mm]y name is|I am|I['’]m)\s+)${NAME}`,
  'gu',
);
/** A title with the name after it: "la doctora Gómez", "don Luis". */
const TITLED = new RegExp(
  String.raw`\b((?:[Dd]octora?|[Dd]ra?\.|[Dd]on|[Dd]oña|[Ss]eñora?|[Ii]ngenier[oa]|[Ll]icenciad[oa]|[Pp]rofesora?|[Ee]nfermer[oa]|[Jj]ef[ea]|[Ss]upervisora?|[Cc]oordinadora?|[Cc]ompañer[oa])\s+)${NAME}`,
  'gu',
);

/** Names of the policy and the organisation, which are not names of people. */
const OURS =
  /Pol[ií]tica|Humanizaci[oó]n|Experiencia|Verdad|Bogot[aá]|Superintendencia|Ley|Decreto|Plan|Integral/;
/** First and last name inside a sentence: "el caso contra Pedro Ruiz". */
const FULL =
  /(?<=[\p{Ll}\d,;:]\s+)\p{Lu}\p{Ll}+(?:\s+(?:(?:de|del)\s+(?:(?:la|las|los)\s+)?)?\p{Lu}\p{Ll}+){1,4}/gu;

/** Returns the e-mail addresses and long numbers (documents, telephones) of a text, in its order. */
export function identifiersIn(text: string): string[] {
  const found = [EMAIL, NUMBER].flatMap((pattern) => [...text.matchAll(pattern)]);
  return found.sort((one, other) => one.index - other.index).map(([piece]) => piece);
}

/**
 * Removes identifying details that can be recognised by their form: e-mail addresses, links, long numbers,
 * introduced names, and first and last names together. Misses a single name, a name in lower case, and one at
 * the beginning of a sentence.
 */
export function redact(text: string): string {
  return withoutIdentifiers(text)
    .replace(TITLED, '$1[nombre]')
    .replace(FULL, (name) => (OURS.test(name) ? name : '[nombre]'))
    .trim();
}

/**
 * Removes what identifies the writer: e-mail addresses, links, documents, telephones, and their name where they
 * introduce themselves. Keeps the names of those whom it is about.
 */
export function withoutIdentifiers(text: string): string {
  return text
    .normalize('NFC')
    .replace(EMAIL, '[correo]')
    .replace(LINK, '[enlace]')
    .replace(NUMBER, '[número]')
    .replace(INTRODUCED, '$1[nombre]')
    .trim();
}
