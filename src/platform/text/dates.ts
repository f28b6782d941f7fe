import type { Language } from './catalogue.js';

const ZONE = 'America/Bogota';
const LOCALES: Record<Language, string> = { es: 'es-CO', en: 'en-US' };

/** Formats a moment in Bogotá: "24 de noviembre, 9:30 a. m." */
export function moment(at: Date, language: Language): string {
  const date = new Intl.DateTimeFormat(LOCALES[language], { timeZone: ZONE, day: 'numeric', month: 'long' });
  return `${date.format(at)}, ${timeOfDay(at, language)}`;
}

/** Formats a day without its time: "lunes, 24 de noviembre". */
export function weekday(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: ZONE,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(at);
}

/** Formats a calendar day `YYYY-MM-DD`: "24 de noviembre de 2026". */
export function calendarDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', dateStyle: 'long' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** "9:30 a. m." */
export function timeOfDay(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: ZONE,
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
  }).format(at);
}

/** Formats a month `YYYY-MM`: "noviembre de 2026". */
export function monthName(month: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: 'UTC',
    month: 'long',
    year: 'numeric',
  }).format(new Date(`${month}-01T00:00:00Z`));
}
