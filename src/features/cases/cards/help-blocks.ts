import type { Care } from '../../../platform/impact/assessment.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import type { HelpBlock, Helplines } from '../../../platform/text/helplines.js';

/** Returns the helplines for what somebody tells, which stand before anything else; none when nobody needs to be called. */
export type HelpFor = (written: string, language: Language) => HelpBlock[];

/**
 * The helplines for each kind of care. Words do not reveal everything, so a message that may be grave gets
 * all lines as well.
 */
export function helpBlocks(
  { cares, isGrave }: { cares: readonly Care[]; isGrave: boolean },
  helplines: Helplines,
  language: Language,
): HelpBlock[] {
  const text = textIn(language).cases.care;
  const blocks = cares.map((care) => text[care](helplines));
  return isGrave ? [...blocks, text.any(helplines)] : blocks;
}
