import { help } from './en/help.js';
import { recognitionCards } from './en/recognition-cards.js';
import { recognitionEvent } from './en/recognition-event.js';
import { recognitionEventCards } from './en/recognition-event-cards.js';
import { recognitions } from './en/recognitions.js';
import { section } from './en/section.js';
import type { Texts } from './es.js';

export const en: Texts = {
  help,
  recognitions,
  recognitionEvent,
  section,
  cards: { ...recognitionCards, ...recognitionEventCards },
};
