import { setTimeout as pause } from 'node:timers/promises';

const BETWEEN_LOOKS_MS = 5;
const MOST_LOOKS = 2_000;

/**
 * Looks again and again until there is something, since it is stored behind an answer.
 * @throws Error when it does not come.
 */
export async function soon<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const found = await look();
    if (found !== undefined) return found;
    await pause(BETWEEN_LOOKS_MS);
  }
  throw new Error('what was looked for has not come');
}
