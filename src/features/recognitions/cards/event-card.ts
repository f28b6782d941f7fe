/** The candidates for a recognition event, with dates and filters. */
import { z } from 'zod';
import { type DayPeriod, periodOf, SPANS, writtenPeriod } from '../../../platform/calendar/day-period.js';
import { choice, choiceTitle, id, plain, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import { areaKey, type Candidate, type Filters } from '../domain/candidates.js';
import { SOURCES } from '../domain/recognition.js';
import { type Language, textIn } from '../text/catalogue.js';
import { attributeWords, periodWords, spreadWords } from './event-words.js';
import type { WordParts } from './recognition-words.js';

/** The choice of a period by its days. */
export const OTHER_DAYS = 'days';
/** The choice of all attributes, areas or sources. */
export const ANY = 'any';

export const eventTemplate = defineTemplate(
  'recognitions/event',
  z.object({
    title: plain,
    when: plain,
    problem: plain,
    summary: plain,
    filtered: written,
    order: plain,
    empty: plain,
    items: z.array(
      z.object({ id, name: written, area: written, spread: plain, attributes: plain, listed: plain }),
    ),
    period: id,
    /** The period's place among the choices. */
    choice: id,
    periods: z.array(choice),
    from: z.iso.date(),
    until: z.iso.date(),
    attribute: id,
    attributes: z.array(choice),
    area: id,
    areas: z.array(z.object({ title: choiceTitle, value: id })),
    source: id,
    sources: z.array(choice),
    page: id,
    /** Empty on the last page. */
    next: id,
    list: plain,
  }),
  { textIn },
);

export interface EventView {
  now: Date;
  period: DayPeriod;
  filters: Filters;
  /** Why the dates that were asked for are not shown. */
  problem: string;
  /** Everybody who fits, and those on this page. */
  candidates: readonly Candidate[];
  page: readonly Candidate[];
  /** Where this page begins, and the next one. */
  at: number;
  next?: number | undefined;
  /** The areas of all candidates of the period. */
  areas: readonly string[];
  listedIds: ReadonlySet<string>;
}

export function eventCard(renderer: Renderer, parts: WordParts, view: EventView, language: Language): Card {
  const text = textIn(language).recognitionEvent;
  const { period, filters, candidates } = view;
  const attributes = [...parts.attributes.values()].map(({ id: value, title }) => ({ title, value }));
  const sources = SOURCES.map((value) => ({ title: text.sources[value], value }));
  const areas = view.areas.map((area) => ({ title: area, value: areaKey(area) }));
  const chosen = [
    [attributes, filters.attribute],
    [areas, filters.area],
    [sources, filters.source],
  ] as const;
  const names = chosen.flatMap(
    ([choices, value]) => choices.find((each) => each.value === value)?.title ?? [],
  );
  const thanks = candidates.reduce((sum, { total }) => sum + total, 0);
  const periods = periodChoices(view.now, language);
  const written = writtenPeriod(period);
  const data = {
    title: text.title,
    when: periodWords(period, language),
    problem: view.problem,
    summary: candidates.length > 0 ? text.shown(candidates.length, thanks) : '',
    filtered: names.length > 0 ? text.filtered(names.join(', ')) : '',
    order: text.order,
    empty: view.page.length > 0 ? '' : text.empty[emptiness(view, names.length > 0)],
    items: view.page.map((candidate) => ({
      id: candidate.id,
      name: candidate.name,
      area: candidate.area || text.noArea,
      spread: spreadWords(candidate, language),
      attributes: attributeWords(parts, candidate),
      listed: view.listedIds.has(candidate.id) ? text.listed : '',
    })),
    period: written,
    choice: periods.some(({ value }) => value === written) ? written : OTHER_DAYS,
    periods: [...periods, { title: text.otherDays, value: OTHER_DAYS }],
    from: period.from,
    until: period.until,
    attribute: filters.attribute ?? ANY,
    attributes,
    area: filters.area ?? ANY,
    areas,
    source: filters.source ?? ANY,
    sources,
    page: String(view.at),
    next: view.next === undefined ? '' : String(view.next),
    list: text.list(view.listedIds.size),
  };
  return renderer.render(eventTemplate, data, language);
}

function emptiness({ at, candidates }: EventView, isFiltered: boolean): 'page' | 'filters' | 'period' {
  if (at > 0 && candidates.length > 0) return 'page';
  return isFiltered ? 'filters' : 'period';
}

/** The span that runs and the one before it, of each length. */
function periodChoices(now: Date, language: Language): { title: string; value: string }[] {
  const { spans } = textIn(language).recognitionEvent;
  return SPANS.flatMap((span) =>
    spans[span].map((title, back) => ({ title, value: writtenPeriod(periodOf(span, now, back)) })),
  );
}
