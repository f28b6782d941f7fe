/** Whom the team has put on the list of a recognition event. */
import { z } from 'zod';
import { type DayPeriod, readPeriod, writtenPeriod } from '../../../platform/calendar/day-period.js';
import { id, MAX_ACTIONS, plain, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { rich, richOf } from '../../../platform/cards/rich.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import type { Candidate } from '../domain/candidates.js';
import type { Shortlisted } from '../store/shortlist.js';
import { type Language, textIn } from '../text/catalogue.js';
import { dayWords, periodWords, shortPeriod, spreadWords } from './event-words.js';
import type { WordParts } from './recognition-words.js';

export const eventListTemplate = defineTemplate(
  'recognitions/event-list',
  z.object({
    title: plain,
    when: plain,
    empty: plain,
    items: z.array(z.object({ id, name: written, area: written, spread: plain, since: rich })),
    /** That some are no longer shown; empty when all are. */
    gone: plain,
    /** Periods that have a list, too. */
    others: z.array(z.object({ title: plain, period: id })).max(MAX_ACTIONS),
    period: id,
  }),
  { textIn },
);

export interface EventListView {
  period: DayPeriod;
  entries: readonly { entry: Shortlisted; candidate: Candidate }[];
  gone: number;
  /** As in `writtenPeriod`, the latest first. */
  otherPeriods: readonly string[];
}

export async function eventListCard(
  renderer: Renderer,
  { names }: WordParts,
  view: EventListView,
  language: Language,
): Promise<Card> {
  const text = textIn(language).recognitionEvent;
  const items = view.entries.map(async ({ entry, candidate }) => ({
    id: candidate.id,
    name: candidate.name,
    area: candidate.area || text.noArea,
    spread: spreadWords(candidate, language),
    since: richOf(text.since(dayWords(entry.addedAt, language), await names.of(entry.addedBy))),
  }));
  const others = view.otherPeriods.slice(0, MAX_ACTIONS).flatMap((period) => {
    const read = readPeriod(period);
    return read ? [{ title: shortPeriod(read, language), period }] : [];
  });
  const data = {
    title: text.listTitle,
    when: periodWords(view.period, language),
    empty: view.entries.length > 0 ? '' : text.empty.list,
    items: await Promise.all(items),
    gone: view.gone > 0 ? text.goneFromList(view.gone) : '',
    others,
    period: writtenPeriod(view.period),
  };
  return renderer.render(eventListTemplate, data, language);
}
