/** What the cards and files of a recognition event say alike. */

import type { DayPeriod } from '../../../platform/calendar/day-period.js';
import { bogotaDay } from '../../../platform/calendar/days.js';
import { calendarDay } from '../../../platform/text/dates.js';
import type { Candidate } from '../domain/candidates.js';
import { type Language, textIn } from '../text/catalogue.js';
import type { WordParts } from './recognition-words.js';

const LOCALES: Readonly<Record<Language, string>> = { es: 'es-CO', en: 'en-US' };

export function periodWords({ from, until }: DayPeriod, language: Language): string {
  return textIn(language).recognitionEvent.period(calendarDay(from, language), calendarDay(until, language));
}

/** Short enough for a button: "1 de ene – 30 de jun de 2026". */
export function shortPeriod({ from, until }: DayPeriod, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', dateStyle: 'medium' });
  return format.formatRange(new Date(from), new Date(until));
}

export function spreadWords({ colleagues, areas, users }: Candidate, language: Language): string {
  return textIn(language).recognitionEvent.spread(colleagues, areas, users);
}

/** "Amabilidad 4, Facilidad 2" */
export function attributeWords({ attributes }: WordParts, { attributes: tallies }: Candidate): string {
  return tallies.map(({ id, count }) => `${attributes.get(id)?.title ?? id} ${count}`).join(', ');
}

/** "PQRS 2, lo vio un colega 1" */
export function sourceWords({ sources }: Candidate, language: Language): string {
  const { sources: titles } = textIn(language).recognitionEvent;
  return sources.map(({ id, count }) => `${titles[id]} ${count}`).join(', ');
}

export const dayWords = (at: string, language: Language): string =>
  calendarDay(bogotaDay(new Date(at)), language);
