/** What the card of a request shows: to the humanization team, and to whoever asked. */
import type { TemplateData } from '../../../platform/cards/templates.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { bogotaDay, calendarDay } from '../../../platform/text/dates.js';
import type { Correction } from '../domain/data-request.js';

type CardData = TemplateData<'data-request'>;

/** For the team, with the form as long as nobody has answered. */
export function teamData(
  correction: Correction,
  names: { asker: string; answerer: string },
  view: { language: Language; now: Date; entered?: { answer: string; problem: string } },
): CardData {
  const { language, now, entered } = view;
  const text = textIn(language).privacy.request;
  const { number, words, answer, answeredAt } = correction;
  const isOpen = answeredAt === '';
  return {
    number,
    title: text.title(number),
    who: names.asker,
    due: isOpen ? dueOf(correction, now, language) : '',
    isLate: isOpen && isLate(correction, now),
    words,
    answered: isOpen ? '' : text.answeredBy(names.answerer, dayOf(answeredAt, language)),
    answer,
    forTeam: true,
    isOpen,
    typed: entered?.answer ?? '',
    problem: entered?.problem ?? '',
  };
}

/** For whoever asked, once it is answered. */
export function askerData(correction: Correction, language: Language): CardData {
  const text = textIn(language).privacy.request;
  const { number, words, answer, answeredAt } = correction;
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
export function dueOf(correction: Correction, now: Date, language: Language): string {
  const text = textIn(language).privacy.request;
  const day = dayOf(correction.dueAt, language);
  return isLate(correction, now) ? text.late(day) : text.due(day);
}

export const isLate = ({ dueAt }: Correction, now: Date) => Date.parse(dueAt) < now.getTime();

const dayOf = (at: string, language: Language) => calendarDay(bogotaDay(new Date(at)), language);
