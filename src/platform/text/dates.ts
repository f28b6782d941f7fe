import type { Language } from './catalogue.js';

const ZONE = 'America/Bogota';
const LOCALES: Record<Language, string> = { es: 'es-CO', en: 'en-US' };

/** A format costs a hundred times what it takes to use one. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(LOCALES[language], options);
  formats.set(key, known);
  return known;
}

/** Formats a moment in Bogotá: "24 de noviembre, 9:30 a. m." */
export function moment(at: Date, language: Language): string {
  const date = formatOf(language, { timeZone: ZONE, day: 'numeric', month: 'long' });
  return `${date.format(at)}, ${timeOfDay(at, language)}`;
}

/** Formats a day without its time: "lunes, 24 de noviembre". */
export function weekday(at: Date, language: Language): string {
  return formatOf(language, {
    timeZone: ZONE,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(at);
}

/** Formats a calendar day `YYYY-MM-DD`: "24 de noviembre de 2026". */
export function calendarDay(day: string, language: Language): string {
  return formatOf(language, { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(`${day}T00:00:00Z`));
}

/**
 * Formats a calendar day `YYYY-MM-DD` with its weekday: "lunes 30 de noviembre"; with its year when that is not the
 * year of `today`.
 */
export function namedDay(day: string, today: string, language: Language): string {
  const isOtherYear = day.slice(0, 4) !== today.slice(0, 4);
  const text = formatOf(language, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isOtherYear && { year: 'numeric' }),
  }).format(new Date(`${day}T00:00:00Z`));
  return language === 'es' ? text.replace(',', '') : text;
}

/** "9:30 a. m.", which no line breaks. */
export function timeOfDay(at: Date, language: Language): string {
  return formatOf(language, {
    timeZone: ZONE,
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
  })
    .format(at)
    .replace(/\s/g, '\u00a0');
}

/** Formats a month `YYYY-MM`: "noviembre de 2026". */
export function monthName(month: string, language: Language): string {
  return formatOf(language, {
    timeZone: 'UTC',
    month: 'long',
    year: 'numeric',
  }).format(new Date(`${month}-01T00:00:00Z`));
}

/** Formats a month `YYYY-MM` without its year: "noviembre". */
export function monthAlone(month: string, language: Language): string {
  return formatOf(language, { timeZone: 'UTC', month: 'long' }).format(new Date(`${month}-01T00:00:00Z`));
}

/** Formats a month `YYYY-MM` for an axis: "nov 26". */
export function shortMonth(month: string, language: Language): string {
  const name = formatOf(language, { timeZone: 'UTC', month: 'short' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
  return `${name.replace('.', '').slice(0, 3)} ${month.slice(2, 4)}`;
}

/** Formats a day `YYYY-MM-DD` without its year: "26 de noviembre". */
export function dayOfMonth(day: string, language: Language): string {
  return formatOf(language, {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
  }).format(new Date(`${day}T00:00:00Z`));
}
