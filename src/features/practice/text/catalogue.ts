import { withShared } from '../../../platform/text/catalogue.js';
import { en } from './en.js';
import { es, type Texts } from './es.js';

export type { Language } from '../../../platform/text/catalogue.js';

/** Returns what this feature says in one language, with what all features say. */
export const textIn = withShared<Texts>(es, en);
