/** What a card shows of a narrative: all of a short one, the beginning of a long one. */
import type { Signal } from '../domain/assessment.js';
import { markSignals, type Run } from '../domain/narrative.js';

/** In UTF-16 units. */
const MOST_SHOWN = 400;

/** `whole` is empty for a short narrative. */
export function storyParts(
  narrative: string,
  signals: readonly Signal[],
): { beginning: Run[]; whole: Run[] } {
  const marked = markSignals(narrative, signals);
  if (narrative.length <= MOST_SHOWN) return { beginning: marked, whole: [] };
  // Cut between words.
  const cut = narrative.slice(0, MOST_SHOWN).replace(/\s+\S*$/u, '');
  return { beginning: [{ text: `${cut}…`, marked: false }], whole: marked };
}
