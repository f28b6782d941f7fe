import { answers } from './es/answers.js';
import { away } from './es/away.js';
import { cards } from './es/cards.js';
import { care } from './es/care.js';
import { cases } from './es/cases.js';
import { certificates } from './es/certificates.js';
import { chat } from './es/chat.js';
import { errors } from './es/errors.js';
import { home } from './es/home.js';
import { indicators } from './es/indicators.js';
import { meetings } from './es/meetings.js';
import { myAttendance } from './es/my-attendance.js';
import { operations } from './es/operations.js';
import { pages } from './es/pages.js';
import { practice } from './es/practice.js';
import { privacy } from './es/privacy.js';
import { recognitionEvent } from './es/recognition-event.js';
import { recognitions } from './es/recognitions.js';
import { sources } from './es/sources.js';
import { tab } from './es/tab.js';
import { trainings } from './es/trainings.js';

export const es = {
  answers,
  away,
  cards,
  care,
  cases,
  certificates,
  chat,
  errors,
  home,
  indicators,
  meetings,
  myAttendance,
  operations,
  pages,
  practice,
  privacy,
  tab,
  recognitions,
  recognitionEvent,
  sources,
  trainings,
};
