/**
 * Returns a text in lower case, without accents (ñ becomes n) and invisible signs, and with single spaces: the form for
 * comparisons.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Returns a text in lower case and without accents, each sign where it was. */
export const unaccented = (text: string): string =>
  [...text].map((sign) => (sign.length > 1 ? sign : sign.normalize('NFD').charAt(0).toLowerCase())).join('');

/** Returns the words of a folded text: runs of letters and digits. */
export function words(folded: string): string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Returns the words of a list in which they are separated by blanks. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));
