/** Formats all data of a person as readable text. */

import { bogotaDay } from '../../../platform/calendar/days.js';
import type { CodeWords } from '../../../platform/people/data-provider.js';
import { calendarDay, timeOfDay } from '../../../platform/text/dates.js';
import { type Language, textIn } from '../text/catalogue.js';

/** The data of each provider, with the provider's name and the words for its codes. */
export type Collected = readonly { name: string; data: readonly object[]; words?: CodeWords | undefined }[];

const INDENT = '  ';
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** One heading for each kind, one paragraph for each item, one line for each field that is not empty. */
export function toReadable(collected: Collected, language: Language, madeAt: Date): string {
  const text = textIn(language);
  const parts = collected.flatMap(({ name, data, words }) => {
    const codes = { ...commonCodes(language), ...words };
    const title = labelIn(text.privacy.section, name);
    const things = data.map((thing) => linesOf(thing, codes, language, '').join('\n'));
    const body = things.length > 0 ? things.join('\n\n') : text.privacy.nothing;
    return [`${title.toUpperCase()}\n\n${body}`];
  });
  const head = `${text.privacy.fileTitle}\n${momentIn(madeAt.toISOString(), language)}`;
  return `${[head, ...parts].join('\n\n\n')}\n`;
}

function linesOf(thing: object, codes: CodeWords, language: Language, indent: string): string[] {
  return Object.entries(thing).flatMap(([field, value]) => {
    const label = labelIn(textIn(language).privacy.field, field);
    if (value === undefined || value === null || value === '' || isEmptyList(value)) return [];
    if (Array.isArray(value) && value.every(isThing)) {
      const inner = value.map((each) => linesOf(each, codes, language, `${indent}${INDENT}`).join('\n'));
      return [`${indent}${label}:`, inner.join('\n\n')];
    }
    const words = Array.isArray(value)
      ? value.map((each) => wordsOf(each, codes[field], language)).join(', ')
      : wordsOf(value, codes[field], language);
    return [`${indent}${label}: ${words.replaceAll('\n', `\n${indent}${INDENT}`)}`];
  });
}

function wordsOf(value: unknown, known: CodeWords[string] | undefined, language: Language): string {
  const text = textIn(language);
  if (typeof value === 'boolean') return value ? text.privacy.yes : text.privacy.no;
  const said = String(value);
  if (known) return labelIn(known, said);
  if (MOMENT.test(said)) return momentIn(said, language);
  return DAY.test(said) ? calendarDay(said, language) : said;
}

/** The fields of cases and of people that hold codes, with the words for each code. */
function commonCodes(language: Language): CodeWords {
  const { cases, privacy } = textIn(language);
  return {
    level: cases.level,
    proposedLevel: cases.level,
    state: cases.state,
    topic: cases.topic,
    source: cases.source,
    efforts: cases.effort,
    outcomes: cases.outcome,
    satisfied: cases.voice.satisfied,
    kind: cases.commitments.kind,
    progress: cases.commitments.state,
    event: privacy.event,
    who: privacy.who,
    to: privacy.who,
    how: privacy.how,
    roles: privacy.roles,
    language: privacy.languages,
  };
}

function momentIn(at: string, language: Language): string {
  const date = new Date(at);
  return `${calendarDay(bogotaDay(date), language)}, ${timeOfDay(date, language)}`;
}

/** Falls back to the key itself. */
function labelIn(words: Readonly<Record<string, string>>, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? key) : key;
}

const isThing = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;
