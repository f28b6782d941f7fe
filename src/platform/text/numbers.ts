import type { Language } from './catalogue.js';

const FORMS: Record<Language, Intl.NumberFormat> = {
  es: new Intl.NumberFormat('es-CO', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 }),
};

/** Formats a number with its unit, as people write it in Colombia: «4.000», «2,5 h», «80 %». */
export function number(value: number, language: Language, unit = ''): string {
  return `${FORMS[language].format(value)}${unit && `\u00a0${unit}`}`;
}
