/** Formats all data of a person as readable text. */

import { bogotaDay } from '../../../platform/calendar/days.js';
import { type Catalogue, type Language, textIn } from '../../../platform/text/catalogue.js';
import { calendarDay, timeOfDay } from '../../../platform/text/dates.js';

/** The data of each provider, with the provider's name. */
export type Collected = readonly { name: string; data: readonly object[] }[];

const INDENT = '  ';
const MOMENT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** One heading for each kind, one paragraph for each item, one line for each field that is not empty. */
export function toReadable(collected: Collected, language: Language, madeAt: Date): string {
  const text = textIn(language);
  const parts = collected.flatMap(({ name, data }) => {
    const title = labelIn(text.privacy.section, name);
    const things = data.map((thing) => linesOf(thing, language, '').join('\n'));
    const body = things.length > 0 ? things.join('\n\n') : text.privacy.nothing;
    return [`${title.toUpperCase()}\n\n${body}`];
  });
  const head = `${text.privacy.fileTitle}\n${momentIn(madeAt.toISOString(), language)}`;
  return `${[head, ...parts].join('\n\n\n')}\n`;
}

function linesOf(thing: object, language: Language, indent: string): string[] {
  return Object.entries(thing).flatMap(([field, value]) => {
    const label = labelIn(textIn(language).privacy.field, field);
    if (value === undefined || value === null || value === '' || isEmptyList(value)) return [];
    if (Array.isArray(value) && value.every(isThing)) {
      const inner = value.map((each) => linesOf(each, language, `${indent}${INDENT}`).join('\n'));
      return [`${indent}${label}:`, inner.join('\n\n')];
    }
    const words = Array.isArray(value)
      ? value.map((each) => wordsOf(field, each, language)).join(', ')
      : wordsOf(field, value, language);
    return [`${indent}${label}: ${words.replaceAll('\n', `\n${indent}${INDENT}`)}`];
  });
}

function wordsOf(field: string, value: unknown, language: Language): string {
  const text = textIn(language);
  if (typeof value === 'boolean') return value ? text.privacy.yes : text.privacy.no;
  const said = String(value);
  const known = codesOf(text)[field];
  if (known) return labelIn(known, said);
  if (MOMENT.test(said)) return momentIn(said, language);
  return DAY.test(said) ? calendarDay(said, language) : said;
}

/** The fields that hold codes, with the words for each code. */
function codesOf({
  cases,
  practice,
  privacy,
  recognitions,
  trainings,
}: Catalogue): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return {
    level: cases.level,
    proposedLevel: cases.level,
    state: cases.state,
    topic: cases.topic,
    source: cases.source,
    heard: recognitions.source,
    efforts: cases.effort,
    outcomes: cases.outcome,
    satisfied: cases.voice.satisfied,
    kind: cases.commitments.kind,
    progress: cases.commitments.state,
    event: privacy.event,
    who: privacy.who,
    to: privacy.who,
    how: privacy.how,
    means: trainings.means,
    said: privacy.said,
    correction: {
      added: trainings.sheet.added,
      'added-over': trainings.sheet['added-over'],
      removed: trainings.sheet.removed,
    },
    roles: privacy.roles,
    job: practice.job,
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
