import type { Language } from '../../../platform/text/catalogue.js';
import type { HelpBlock, Helplines } from '../../../platform/text/helplines.js';
import { helpBlocks } from '../cards/help-blocks.js';
import type { Rules } from '../impact/rules.js';
import { createUrgencyOf } from '../impact/urgency.js';

/** Returns the helplines for what somebody tells, which stand before anything else; none when nobody needs to be called. */
export type HelpFor = (written: string, language: Language) => HelpBlock[];

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
