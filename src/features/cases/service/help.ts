import type { Rules } from '../../../platform/impact/rules.js';
import { createUrgencyOf } from '../../../platform/impact/urgency.js';
import type { Helplines } from '../../../platform/text/helplines.js';
import { type HelpFor, helpBlocks } from '../cards/help-blocks.js';

/** @param isAlarming whether a text sounds as if somebody were in danger now. */
export function createHelpFor(
  rules: Rules,
  helplines: Helplines,
  isAlarming: (text: string) => boolean,
): HelpFor {
  const urgencyOf = createUrgencyOf(rules);
  return (written, language) => {
    if (written === '') return [];
    const { cares, isGrave } = urgencyOf(written);
    return helpBlocks({ cares, isGrave: isGrave || isAlarming(written) }, helplines, language);
  };
}
