/** Whom to call, for what somebody writes; shown before anything else, whether or not it becomes a report. */
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import type { Help, Helplines } from '../../../platform/text/helplines.js';
import type { Rules } from '../impact/rules.js';
import { createUrgencyOf, type Urgency } from '../impact/urgency.js';

/**
 * What is said for each kind of care. What words show is not all: wherever something may be grave, all lines stand
 * there too.
 */
export function helpBlocks(
  { cares, isGrave }: Urgency,
  helplines: Helplines,
  language: Language,
): Help['blocks'] {
  const text = textIn(language).cases.care;
  const blocks = cares.map((care) => text[care](helplines));
  return isGrave ? [...blocks, text.any(helplines)] : blocks;
}

/** @returns undefined for what nobody has to be called for. */
export function createHelpFor(rules: Rules, helplines: Helplines) {
  const urgencyOf = createUrgencyOf(rules);
  return (written: string, language: Language): Help | undefined => {
    const urgency = urgencyOf(written);
    const blocks = helpBlocks(urgency, helplines, language);
    return blocks.length === 0 ? undefined : { isFirst: urgency.cares.includes('self-harm'), blocks };
  };
}
