/** Whom to call, for what somebody writes; shown before anything else, whether or not it becomes a report. */
import { type Language, textIn } from '../text/catalogue.js';
import type { Help, Helplines } from '../text/helplines.js';
import type { Rules } from './impact/rules.js';
import { createUrgencyOf } from './impact/urgency.js';

/** @returns undefined for what nobody has to be called for. */
export function createHelpFor(rules: Rules, helplines: Helplines) {
  const urgencyOf = createUrgencyOf(rules);
  return (written: string, language: Language): Help | undefined => {
    const { cares, isGrave } = urgencyOf(written);
    const text = textIn(language).cases.care;
    const blocks = cares.map((care) => text[care](helplines));
    if (isGrave) blocks.push(text.any(helplines));
    return blocks.length === 0 ? undefined : { isFirst: cares.includes('self-harm'), blocks };
  };
}
