/** Returns who read how many bytes; `for ever` and `never` do not come to that. */
export function readSlowly(content: Uint8Array, how = ''): { bytes: number; pid: number } {
  while (how === 'for ever');
  if (how === 'never') process.exit(1);
  if (how === 'fails') throw new Error('what the file says');
  return { bytes: content.length, pid: process.pid };
}
