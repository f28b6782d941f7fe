/** The text that is read at a recognition event: what was said, and the policy's words. */

import type { DayPeriod } from '../../../platform/calendar/day-period.js';
import { calendarDay } from '../../../platform/text/dates.js';
import type { Candidate } from '../domain/candidates.js';
import { quotesOf } from '../domain/event-quotes.js';
import type { Recognition } from '../domain/recognition.js';
import { type Language, textIn } from '../text/catalogue.js';
import { attributeOf, namesOf, type WordParts } from './recognition-words.js';

/** More would tire those who listen. */
const MOST_ATTRIBUTES = 2;
/** What `Names` says of somebody whom the directory does not know. */
const UNKNOWN = '—';

export interface ScriptView {
  candidate: Candidate;
  period: DayPeriod;
  /** What they got in the period. */
  recognitions: readonly Recognition[];
}

/** @returns a paragraph each. */
export async function scriptOf(parts: WordParts, view: ScriptView, language: Language): Promise<string[]> {
  const { script } = textIn(language).recognitionEvent;
  const { name, area, colleagues, areas, users, attributes } = view.candidate;
  const [from, until] = [view.period.from, view.period.until].map((day) => calendarDay(day, language));
  const top = attributes.slice(0, MOST_ATTRIBUTES).map(({ id }) => attributeOf(parts, id));
  const titles = new Intl.ListFormat(language, { type: 'conjunction' }).format(
    top.map(({ attribute }) => script.title(attribute)),
  );
  const quotes = await Promise.all(
    quotesOf(view.recognitions).map(async ({ message, senderId }) => {
      const who = senderId === '' ? script.user : await namesOf(parts, [senderId], language);
      return script.quote(message.replace(/\s+/g, ' '), who === UNKNOWN ? script.somebody : who);
    }),
  );
  return [
    script.who(name, area),
    script.why(from ?? '', until ?? '', colleagues, areas, users),
    script.attributes(titles, top.length),
    ...top.map(({ attribute, behaviours }) => script.policy(attribute, behaviours)),
    ...(quotes.length > 0 ? [script.told, ...quotes] : []),
    script.thanks(name),
  ];
}
