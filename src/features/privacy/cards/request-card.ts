/** What the card of a data request shows: to the humanization team, and to the person who asked. */
import { z } from 'zod';
import { bogotaDay } from '../../../platform/calendar/days.js';
import { id, plain, typed, written } from '../../../platform/cards/fields.js';
import { type DataOf, defineTemplate } from '../../../platform/cards/template.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { calendarDay } from '../../../platform/text/dates.js';
import type { DataRequest } from '../domain/data-request.js';

export const requestTemplate = defineTemplate(
  'privacy/data-request',
  z.object({
    number: id,
    title: plain,
    /** Empty for the person who asked. */
    who: written,
    /** Empty once it is answered. */
    due: plain,
    isLate: z.boolean(),
    words: written,
    /** When and by whom; empty while it is open. */
    answered: written,
    answer: written,
    forTeam: z.boolean(),
    isOpen: z.boolean(),
    typed,
    problem: plain,
  }),
);

export const requestListTemplate = defineTemplate(
  'privacy/data-requests',
  z.object({
    requests: z.array(z.object({ number: id, who: written, due: plain, isLate: z.boolean() })),
    /** How many more there are; empty for none. */
    more: plain,
  }),
);

type CardData = DataOf<typeof requestTemplate>;

/** For the team, with the form as long as nobody has answered. */
export function teamData(
  request: DataRequest,
  names: { asker: string; answerer: string },
  view: { language: Language; now: Date; entered?: { answer: string; problem: string } },
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

/** For the person who asked, once it is answered. */
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

/** Until when it is to be answered, or since when it should be, in words. */
export function dueOf(request: DataRequest, now: Date, language: Language): string {
  const text = textIn(language).privacy.request;
  const day = dayOf(request.dueAt, language);
  return isLate(request, now) ? text.late(day) : text.due(day);
}

export const isLate = ({ dueAt }: DataRequest, now: Date) => Date.parse(dueAt) < now.getTime();

const dayOf = (at: string, language: Language) => calendarDay(bogotaDay(new Date(at)), language);
