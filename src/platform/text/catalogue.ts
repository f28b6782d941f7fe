import { en } from './en.js';
import { es } from './es.js';
import type { Catalogue, Language } from './shape.js';

export type { Catalogue, Language };

const CATALOGUES: Record<Language, Catalogue> = { es, en };

/** Returns what the whole bot says in one language. */
export function textIn(language: Language): Catalogue {
  return CATALOGUES[language];
}

/** Puts what a feature says beside what the whole bot says. */
export function withShared<Own extends object>(
  inSpanish: Own,
  inEnglish: Own,
): (language: Language) => Omit<Catalogue, keyof Own> & Own {
  const texts = { es: { ...es, ...inSpanish }, en: { ...en, ...inEnglish } };
  return (language) => texts[language];
}
