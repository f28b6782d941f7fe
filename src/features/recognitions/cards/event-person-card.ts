/** One candidate for a recognition event, with the text that is ready to be read. */
import { z } from 'zod';
import { writtenPeriod } from '../../../platform/calendar/day-period.js';
import { id, plain, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { rich, richOf } from '../../../platform/cards/rich.js';
import { defineTemplate } from '../../../platform/cards/template.js';
import type { Filters } from '../domain/candidates.js';
import type { Shortlisted } from '../store/shortlist.js';
import { type Language, textIn } from '../text/catalogue.js';
import { ANY } from './event-card.js';
import { type ScriptView, scriptOf } from './event-script.js';
import { attributeWords, dayWords, periodWords, sourceWords, spreadWords } from './event-words.js';
import type { WordParts } from './recognition-words.js';

export const eventCandidateTemplate = defineTemplate(
  'recognitions/event-candidate',
  z.object({
    id,
    title: plain,
    name: written,
    area: written,
    when: plain,
    facts: z.array(z.object({ label: plain, value: plain })),
    /** Whether they are on the list, or what a click has come to. */
    status: rich,
    isListed: z.boolean(),
    script: z.array(z.object({ text: written })),
    note: plain,
    period: id,
    attribute: id,
    areaFilter: id,
    source: id,
    page: id,
  }),
  { textIn },
);

export interface EventPersonView extends ScriptView {
  /** Undefined for somebody who is not on the list. */
  entry: Shortlisted | undefined;
  /** What a click has come to, when the list does not tell it. */
  note?: string | undefined;
  /** Those of the list to go back to. */
  filters: Filters;
  page: string;
}

export async function eventPersonCard(
  renderer: Renderer,
  parts: WordParts,
  view: EventPersonView,
  language: Language,
): Promise<Card> {
  const text = textIn(language).recognitionEvent;
  const { candidate, entry, filters, period } = view;
  const paragraphs = await scriptOf(parts, view, language);
  const since = entry && text.since(dayWords(entry.addedAt, language), await parts.names.of(entry.addedBy));
  const data = {
    id: candidate.id,
    title: text.candidateTitle,
    name: candidate.name,
    area: candidate.area || text.noArea,
    when: periodWords(period, language),
    facts: [
      { label: text.facts.spread, value: spreadWords(candidate, language) },
      { label: text.facts.attributes, value: attributeWords(parts, candidate) },
      { label: text.facts.sources, value: sourceWords(candidate, language) },
      { label: text.facts.total, value: text.total(candidate.total) },
    ],
    status: richOf([view.note, since].filter(Boolean).join(' ')),
    isListed: entry !== undefined,
    script: paragraphs.map((paragraph) => ({ text: paragraph })),
    note: text.readOnly,
    period: writtenPeriod(period),
    attribute: filters.attribute ?? ANY,
    areaFilter: filters.area ?? ANY,
    source: filters.source ?? ANY,
    page: view.page,
  };
  return renderer.render(eventCandidateTemplate, data, language);
}
