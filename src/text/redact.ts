const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;
const LINK = /\bhttps?:\/\/\S+/gi;
/** Documents, telephones, cards: seven digits and more, however they are grouped. */
const NUMBER = /\d(?:[\s.-]?\d){6,}/g;
/** "soy Marta Pérez", "me llamo Jairo": the words with a capital that follow. */
const INTRODUCED =
  /\b((?:[Mm]e llamo|[Ss]oy|[Mm]i nombre es|[Ll]e habla|[Mm]y name is|I am|I'm)\s+)(?:\p{Lu}\p{L}+\s?){1,4}/gu;
/** A title and the name behind it: "la doctora Gómez", "don Luis". */
const TITLED =
  /\b((?:el|la)?\s?(?:[Dd]octora?|[Dd]ra?\.|[Dd]on|[Dd]oña|[Ss]eñora?|[Ii]ngeniera?|[Jj]ef[ea]|[Pp]rofesora?)\s+)(?:\p{Lu}\p{L}+\s?){1,4}/gu;

/**
 * Cuts out of a text what tells who somebody is, as far as its form shows it: addresses, links, long numbers,
 * and names that are introduced as such. A name that stands by itself is not found.
 */
export function redact(text: string): string {
  return text
    .replace(EMAIL, '[correo]')
    .replace(LINK, '[enlace]')
    .replace(NUMBER, '[número]')
    .replace(INTRODUCED, '$1[nombre] ')
    .replace(TITLED, '$1[nombre] ')
    .trim();
}
