import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { LEVELS, type Level } from '../../../platform/impact/assessment.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { STATES, type State } from '../domain/case.js';
import type { ListedCase } from '../store/case-index.js';
import { LEVEL_STYLES } from './case-card.js';
import { caseListTemplate, type LIST_VERBS } from './templates.js';

export type ListVerb = (typeof LIST_VERBS)[number];

/** The same lists on the page «mi página». */
export const SECTIONS: Readonly<Record<ListVerb, string>> = {
  'cases.mine': 'casos',
  'cases.inbox': 'bandeja',
  'cases.team': 'equipo',
  'cases.all': 'mes',
};

export interface ListView {
  verb: ListVerb;
  /** The active filters. */
  level?: Level | undefined;
  state?: State | undefined;
  /** `YYYY-MM`; empty for a list that is not limited to a month. */
  month: string;
  /** Below the title; empty for none. */
  note: string;
  rows: readonly { item: ListedCase; when: string }[];
  /** Continuation token of the next page; empty on the last page. */
  next: string;
}

export function listCard(renderer: Renderer, view: ListView, language: Language): Card {
  const text = textIn(language).cases;
  const { verb, month, note, next, rows } = view;
  const level: Level | 'any' = view.level ?? 'any';
  const state: State | 'any' = view.state ?? 'any';
  const { title, empty } = text.list[verb];
  const data = {
    title,
    note,
    empty: level === 'any' && state === 'any' ? empty : text.nothingLikeThat,
    verb,
    section: SECTIONS[verb],
    level,
    state,
    month,
    levels: LEVELS.map((value) => ({ title: text.levelTitle[value], value })),
    states: STATES.map((value) => ({ title: text.state[value], value })),
    next,
    hasFilters: rows.length > 1 || next !== '' || level !== 'any' || state !== 'any' || month !== '',
    cases: rows.map(({ item, when }) => ({
      id: item.id,
      number: item.number,
      levelStyle: LEVEL_STYLES[item.level],
      level: (item.unconfirmed ? text.unconfirmedLevel : text.levelTitle)[item.level],
      state: text.state[item.state],
      when,
      words: verb === 'cases.team' ? '' : item.words,
    })),
  };
  return renderer.render(caseListTemplate, data, language);
}
