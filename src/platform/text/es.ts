import { authorisation } from './es/authorisation.js';
import { cards } from './es/cards.js';
import { cases } from './es/cases.js';
import { chat } from './es/chat.js';
import { errors } from './es/errors.js';
import { pages } from './es/pages.js';
import { period } from './es/period.js';
import { tab } from './es/tab.js';

export const es = {
  authorisation,
  cards,
  cases,
  chat,
  errors,
  pages,
  period,
  tab,
};
