import { answers } from './es/answers.js';
import { cards } from './es/cards.js';
import { cases } from './es/cases.js';
import { chat } from './es/chat.js';
import { errors } from './es/errors.js';
import { privacy } from './es/privacy.js';

export const es = { answers, cards, cases, chat, errors, privacy };
