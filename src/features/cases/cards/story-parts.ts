/** What a card shows of a narrative: all of a short one, the beginning of a long one. */
import type { Signal } from '../../../platform/impact/assessment.js';
import { beginningOf } from '../../../platform/text/beginning.js';
import { markSignals, type Run } from '../domain/narrative.js';

/** In UTF-16 units. */
const MOST_SHOWN = 400;

/** Only the beginning of a long narrative is read at a glance. */
export const isCut = (narrative: string): boolean => narrative.length > MOST_SHOWN;

/** `whole` is empty for a short narrative. */
export function storyParts(
  narrative: string,
  signals: readonly Signal[],
): { beginning: Run[]; whole: Run[] } {
  // A story that is marked from end to end says nothing by it.
  const isAll = ({ text }: Signal) => text === narrative.trim();
  const marked = markSignals(
    narrative,
    signals.filter((signal) => !isAll(signal)),
  );
  if (!isCut(narrative)) return { beginning: marked, whole: [] };
  return { beginning: [{ text: beginningOf(narrative, MOST_SHOWN), marked: false }], whole: marked };
}
