/** Lists of recognitions: what one got, what one gave, what one's people got. */
import { z } from 'zod';
import { bogotaDay } from '../../../platform/calendar/days.js';
import { choice, id, link, plain, verb, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { rich, richOf } from '../../../platform/cards/rich.js';
import { type DataOf, defineTemplate } from '../../../platform/cards/template.js';
import { calendarDay } from '../../../platform/text/dates.js';
import { type Recognition, recognitionId } from '../domain/recognition.js';
import { type Language, textIn } from '../text/catalogue.js';
import { attributeOf, fromOf, type WordParts } from './recognition-words.js';

export const LISTS = ['got', 'given', 'team'] as const;
export type ListName = (typeof LISTS)[number];

export const recognitionListTemplate = defineTemplate(
  'recognitions/recognition-list',
  z.object({
    title: plain,
    empty: plain,
    verb,
    of: z.enum(LISTS),
    period: id,
    periods: z.array(choice),
    items: z.array(z.object({ id, lead: rich, attribute: plain, words: written, opens: z.boolean() })),
    /** Continuation token of the next page; empty on the last page. */
    next: z.string(),
    links: z.array(link.omit({ id: true }).extend({ of: z.enum(LISTS) })).max(2),
  }),
  { textIn },
);

export interface ListView {
  of: ListName;
  recognitions: readonly Recognition[];
  next?: string | undefined;
  /** It is not the first page. */
  isLater: boolean;
  isLeader: boolean;
  /** Of the list of a team: the quarter, and those to choose from. */
  period?: string;
  periods?: readonly string[];
}

export async function listCard(
  renderer: Renderer,
  parts: WordParts,
  view: ListView,
  language: Language,
): Promise<Card> {
  const { list } = textIn(language).recognitions;
  const items = await Promise.all(view.recognitions.map((one) => itemOf(parts, view.of, one, language)));
  const others = LISTS.filter((of) => of !== view.of && (of !== 'team' || view.isLeader));
  const data = {
    title: list.title[view.of],
    empty: items.length > 0 ? '' : view.isLater ? list.noMore : list.empty[view.of],
    verb: verbOf(view.of),
    of: view.of,
    period: view.period ?? '',
    periods: (view.periods ?? []).map((value) => ({ title: list.quarter(value), value })),
    items,
    next: view.next ?? '',
    links: others.map((of) => ({ title: list[of], verb: verbOf(of), of })),
  };
  return renderer.render(recognitionListTemplate, data, language);
}

const verbOf = (of: ListName) => (of === 'team' ? 'recognitions.team' : 'recognitions.mine');

async function itemOf(
  parts: WordParts,
  of: ListName,
  recognition: Recognition,
  language: Language,
): Promise<DataOf<typeof recognitionListTemplate>['items'][number]> {
  const { list } = textIn(language).recognitions;
  const day = calendarDay(bogotaDay(new Date(recognition.at)), language);
  const from = await fromOf(parts, recognition, language);
  const who = of === 'got' ? [] : richOf(list.to(await parts.names.of(recognition.personId)));
  const lead = of === 'given' ? who : [...who, ...(who.length > 0 ? richOf(' · ') : []), ...from];
  return {
    id: recognitionId(recognition),
    lead: [...lead, ...richOf(` · ${day}`)],
    attribute: attributeOf(parts, recognition.attribute).attribute,
    words: recognition.message,
    opens: of === 'got',
  };
}
