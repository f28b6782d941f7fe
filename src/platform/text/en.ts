import { authorisation } from './en/authorisation.js';
import { cards } from './en/cards.js';
import { cases } from './en/cases.js';
import { chat } from './en/chat.js';
import { errors } from './en/errors.js';
import { pages } from './en/pages.js';
import { period } from './en/period.js';
import { tab } from './en/tab.js';
import type { Catalogue } from './shape.js';

export const en: Catalogue = {
  authorisation,
  cards,
  cases,
  chat,
  errors,
  pages,
  period,
  tab,
};
