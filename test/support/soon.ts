/** Enough looks for some seconds of storage. */
const MOST_LOOKS = 1_000;

/**
 * Looks again and again until there is something, since it is stored behind an answer.
 * @throws Error when it does not come.
 */
export async function soon<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error('what was looked for has not come');
}
