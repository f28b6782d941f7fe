/** Returns a text or, of one that is longer than `most` UTF-16 units, the beginning: cut between words, with "…". */
export function beginningOf(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/u, '')}…`;
}
