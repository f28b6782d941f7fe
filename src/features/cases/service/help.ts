import type { Language } from '../../../platform/text/catalogue.js';
import type { Help, Helplines } from '../../../platform/text/helplines.js';
import { helpBlocks } from '../cards/help-blocks.js';
import type { Rules } from '../impact/rules.js';
import { createUrgencyOf } from '../impact/urgency.js';

/**
 * Tells whom to call, for what somebody writes; shown before anything else, whether or not it becomes a report.
 * Undefined for what nobody has to be called for.
 */
export function createHelpFor(rules: Rules, helplines: Helplines) {
  const urgencyOf = createUrgencyOf(rules);
  return (written: string, language: Language): Help | undefined => {
    const urgency = urgencyOf(written);
    const blocks = helpBlocks(urgency, helplines, language);
    return blocks.length === 0 ? undefined : { isFirst: urgency.cares.includes('self-harm'), blocks };
  };
}
