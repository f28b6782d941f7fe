/** The cards on which the team decides: one row, or several of low impact together. */
import { z } from 'zod';
import { choice, choiceTitle, fact, id, plain, run, style, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { rich, richOf } from '../../../platform/cards/rich.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import { beginningOf } from '../../../platform/text/beginning.js';
import { calendarDay } from '../../../platform/text/dates.js';
import { DISMISSALS } from '../domain/arrived.js';
import type { Receiver } from '../domain/people.js';
import type { SourceRow } from '../domain/source-row.js';
import { type Language, textIn } from '../text/catalogue.js';

const option = z.object({ title: choiceTitle, value: id });

export const rowTemplate = defineTemplate(
  'sources/source-row',
  z.object({
    id,
    heading: plain,
    /** What came of the row before; empty if nothing. */
    banner: written,
    /** The row that can be taken back; empty for none. */
    undo: id,
    levelStyle: style,
    /** It is proposed as thanks, and not as a failure. */
    isThanks: z.boolean(),
    /** Why the recognition that was decided on could not be told, and the words that cannot be sent. */
    problem: rich,
    marked: z.array(run),
    proposal: plain,
    origin: written,
    words: written,
    /** The rest after the first words; empty if there is none. */
    rest: written,
    why: written,
    facts: z.array(fact),
    receiver: rich,
    reasons: z.array(choice),
    leaders: z.array(option),
    canBulk: z.boolean(),
  }),
  { isConfidential: true, textIn },
);

export const severalTemplate = defineTemplate(
  'sources/source-several',
  z.object({
    heading: plain,
    rows: z.array(option),
    chosen: z.string().regex(/^[a-f0-9,-]*$/),
  }),
  { textIn },
);

/** The buttons stay within the first screen of a phone. */
const FIRST_WORDS = 300;
const CHOICE_WORDS = 70;
const STYLES = { low: 'good', medium: 'warning', high: 'attention' } as const;

export interface TriageView {
  row: SourceRow;
  receiver: Receiver;
  /** The name of the person it is about, if the directory has them. */
  about?: string | undefined;
  /** How many wait, with this one. */
  left: number;
  banner: string;
  undo: string;
  /** Who may get it instead. */
  leaders: readonly { id: string; name: string }[];
  canBulk: boolean;
  /** Of thanks that were decided on and wait again. */
  problem?: { sentence: string; marked: readonly string[] } | undefined;
}

export function rowCard(renderer: Renderer, view: TriageView, language: Language): Card {
  const { row, left, banner, undo, leaders, canBulk, problem } = view;
  const { sources, cases } = textIn(language);
  const text = sources.triage;
  const { kind, level, urgent, why } = row.proposed;
  const words = beginningOf(row.text, FIRST_WORDS);
  const isCut = words !== row.text;
  const data = {
    id: row.id,
    heading: text.heading(left),
    banner,
    undo,
    levelStyle: urgent ? ('attention' as const) : kind === 'thanks' ? ('accent' as const) : STYLES[level],
    isThanks: kind === 'thanks' && !urgent,
    problem: richOf(problem?.sentence ?? ''),
    marked: (problem?.marked ?? []).map((each) => ({ text: each, marked: true })),
    proposal: text.proposal[urgent ? 'failure' : kind](cases.level[level], urgent),
    origin: text.origin(cases.source[row.channel], row.ownId, calendarDay(row.occurredOn, language)),
    words,
    rest: isCut ? row.text : '',
    why: why.length > 0 ? text.why(why.map((part) => `«${part}»`).join(', ')) : '',
    facts: factsOf(row, language),
    receiver: richOf(receiverWords(view, language)),
    reasons: DISMISSALS.map((value) => ({ title: text.reasons[value], value })),
    leaders: leaders.map(({ id: value, name: title }) => ({ title, value })),
    canBulk,
  };
  return renderer.render(rowTemplate, data, language);
}

function factsOf(row: SourceRow, language: Language) {
  const text = textIn(language).sources.triage;
  const person = row.person && !row.personId ? text.unknownPerson(row.person) : row.person;
  return [
    { label: text.person, value: person },
    { label: text.area, value: row.area },
    { label: text.place, value: row.place },
    { label: text.health, value: row.health ? text.healthOf[row.health] : '' },
  ].filter(({ value }) => value !== '');
}

function receiverWords({ row, receiver, about }: TriageView, language: Language): string {
  const text = textIn(language).sources.triage;
  const { kind, urgent } = row.proposed;
  const failure = failureWords(receiver, language);
  if (kind !== 'thanks' || urgent) return failure;
  return `${about === undefined ? text.thanksOpen : text.thanksTo(about)} ${failure}`;
}

function failureWords({ person, isProtected }: Receiver, language: Language): string {
  const text = textIn(language).sources.triage;
  if (isProtected) return text.toProtectors;
  return person ? text.receiver(person.name) : text.toTeam;
}

export function severalCard(
  renderer: Renderer,
  rows: readonly { row: SourceRow; receiver: Receiver }[],
  language: Language,
): Card {
  const text = textIn(language).sources.triage;
  const data = {
    heading: text.severalHeading(rows.length),
    rows: rows.map(({ row, receiver }) => ({
      title: text.choice(beginningOf(row.text, CHOICE_WORDS), receiver.person?.name ?? text.team),
      value: row.id,
    })),
    chosen: rows.map(({ row }) => row.id).join(','),
  };
  return renderer.render(severalTemplate, data, language);
}
