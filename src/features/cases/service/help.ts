import type { Language } from '../../../platform/text/catalogue.js';
import type { HelpBlock, Helplines } from '../../../platform/text/helplines.js';
import { helpBlocks } from '../cards/help-blocks.js';
import type { Rules } from '../impact/rules.js';
import { createUrgencyOf } from '../impact/urgency.js';

/** Finds the helplines for what somebody tells; they stand before anything else. */
export function createHelpFor(rules: Rules, helplines: Helplines) {
  const urgencyOf = createUrgencyOf(rules);
  return (written: string, language: Language): HelpBlock[] =>
    helpBlocks(urgencyOf(written), helplines, language);
}
