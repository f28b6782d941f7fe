import type { Widened } from '../../../platform/text/shape.js';
import { help } from './es/help.js';
import { recognitionCards } from './es/recognition-cards.js';
import { recognitionEvent } from './es/recognition-event.js';
import { recognitionEventCards } from './es/recognition-event-cards.js';
import { recognitions } from './es/recognitions.js';
import { section } from './es/section.js';

export const es = {
  help,
  recognitions,
  recognitionEvent,
  section,
  cards: { ...recognitionCards, ...recognitionEventCards },
};

/** The other language has the same keys and parameters. */
export type Texts = Widened<typeof es>;
