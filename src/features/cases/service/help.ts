import type { Language } from '../../../platform/text/catalogue.js';
import type { Help, Helplines } from '../../../platform/text/helplines.js';
import { helpBlocks } from '../cards/help-blocks.js';
import type { Rules } from '../impact/rules.js';
import { createUrgencyOf } from '../impact/urgency.js';

/**
 * Finds the helplines for a message. They are shown before anything else, whether or not the message becomes
 * a report. Undefined if nobody needs to be called.
 */
export function createHelpFor(rules: Rules, helplines: Helplines) {
  const urgencyOf = createUrgencyOf(rules);
  return (written: string, language: Language): Help | undefined => {
    const urgency = urgencyOf(written);
    const blocks = helpBlocks(urgency, helplines, language);
    return blocks.length === 0 ? undefined : { isFirst: urgency.cares.includes('self-harm'), blocks };
  };
}
