/** The card of a data request, for the humanization team and for the requester. */
import { z } from 'zod';
import { bogotaDay } from '../../../platform/calendar/days.js';
import { id, plain, typed, written } from '../../../platform/cards/fields.js';
import { type DataOf, defineTemplate } from '../../../platform/cards/template.js';
import { calendarDay } from '../../../platform/text/dates.js';
import type { DataRequest } from '../domain/data-request.js';
import { type Language, textIn } from '../text/catalogue.js';

export const requestTemplate = defineTemplate(
  'privacy/data-request',
  z.object({
    number: id,
    title: plain,
    /** The requester; empty on the requester's own card. */
    who: written,
    /** Empty once answered. */
    due: plain,
    isLate: z.boolean(),
    words: written,
    /** Date and author of the answer; empty while open. */
    answered: written,
    answer: written,
    forTeam: z.boolean(),
    isOpen: z.boolean(),
    typed,
    problem: plain,
  }),
  { textIn },
);

export const requestListTemplate = defineTemplate(
  'privacy/data-requests',
  z.object({
    requests: z.array(z.object({ number: id, who: written, due: plain, isLate: z.boolean() })),
    /** Number of further requests, in words; empty for none. */
    more: plain,
  }),
  { textIn },
);

type CardData = DataOf<typeof requestTemplate>;

/** For the team; includes the answer form while the request is open. */
export function teamData(
  request: DataRequest,
  names: { asker: string; answerer: string },
  view: { language: Language; now: Date; entered?: { answer: string; problem: string } | undefined },
): CardData {
  const { language, now, entered } = view;
  const text = textIn(language).privacy.request;
  const { number, words, answer, answeredAt } = request;
  const isOpen = answeredAt === '';
  return {
    number,
    title: text.title(number),
    who: names.asker,
    due: isOpen ? dueOf(request, now, language) : '',
    isLate: isOpen && isLate(request, now),
    words,
    answered: isOpen ? '' : text.answeredBy(names.answerer, dayOf(answeredAt, language)),
    answer,
    forTeam: true,
    isOpen,
    typed: entered?.answer ?? '',
    problem: entered?.problem ?? '',
  };
}

/** For the requester, once answered. */
export function askerData(request: DataRequest, language: Language): CardData {
  const text = textIn(language).privacy.request;
  const { number, words, answer, answeredAt } = request;
  return {
    number,
    title: text.answerTitle(number),
    who: '',
    due: '',
    isLate: false,
    words,
    answered: text.answeredOn(dayOf(answeredAt, language)),
    answer,
    forTeam: false,
    isOpen: false,
    typed: '',
    problem: '',
  };
}

/** The deadline in words, or since when the answer is late. */
export function dueOf(request: DataRequest, now: Date, language: Language): string {
  const text = textIn(language).privacy.request;
  const day = dayOf(request.dueAt, language);
  return isLate(request, now) ? text.late(day) : text.due(day);
}

export const isLate = ({ dueAt }: DataRequest, now: Date) => Date.parse(dueAt) < now.getTime();

const dayOf = (at: string, language: Language) => calendarDay(bogotaDay(new Date(at)), language);
