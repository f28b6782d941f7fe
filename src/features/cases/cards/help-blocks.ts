import { type Language, textIn } from '../../../platform/text/catalogue.js';
import type { Help, Helplines } from '../../../platform/text/helplines.js';
import type { Care } from '../domain/assessment.js';

/**
 * Whom to call, for each kind of care. Words show not all: where something may be grave, all lines stand there too.
 */
export function helpBlocks(
  { cares, isGrave }: { cares: readonly Care[]; isGrave: boolean },
  helplines: Helplines,
  language: Language,
): Help['blocks'] {
  const text = textIn(language).cases.care;
  const blocks = cares.map((care) => text[care](helplines));
  return isGrave ? [...blocks, text.any(helplines)] : blocks;
}
