import type { Care } from '../../../platform/impact/assessment.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import type { HelpBlock, Helplines } from '../../../platform/text/helplines.js';

/** Returns the helplines for what somebody tells, which stand before anything else; none when nobody needs to be called. */
export type HelpFor = (written: string, language: Language) => HelpBlock[];

/** Danger alone does not say of which kind: all lines stand below it. */
const UNNAMED: readonly Care[] = ['danger-now'];

/** The helplines for each kind of care; where none is named and the words are grave, all lines. */
export function helpBlocks(
  { cares, isGrave }: { cares: readonly Care[]; isGrave: boolean },
  helplines: Helplines,
  language: Language,
): HelpBlock[] {
  const text = textIn(language).cases.care;
  const blocks = cares.map((care) => text[care](helplines));
  const isNamed = cares.some((care) => !UNNAMED.includes(care));
  return isGrave && !isNamed ? [...blocks, text.any(helplines)] : blocks;
}
