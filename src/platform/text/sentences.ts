/** The words and more, as sentences. */
export function sentences(before: string, more: string): string {
  const sentence = more.charAt(0).toLocaleUpperCase('es') + more.slice(1);
  const ended = /[.!?…»]$/.test(before) || before === '' ? before : `${before}.`;
  return `${ended} ${sentence}`.trim();
}
