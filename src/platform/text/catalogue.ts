import { en } from './en.js';
import { es } from './es.js';
import type { Catalogue, Language } from './shape.js';

export type { Catalogue, Language };

const CATALOGUES: Record<Language, Catalogue> = { es, en };

/** Returns everything that the bot says in one language. */
export function textIn(language: Language): Catalogue {
  return CATALOGUES[language];
}
