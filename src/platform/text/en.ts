import { answers } from './en/answers.js';
import { away } from './en/away.js';
import { cards } from './en/cards.js';
import { care } from './en/care.js';
import { cases } from './en/cases.js';
import { certificates } from './en/certificates.js';
import { chat } from './en/chat.js';
import { errors } from './en/errors.js';
import { home } from './en/home.js';
import { indicators } from './en/indicators.js';
import { meetings } from './en/meetings.js';
import { myAttendance } from './en/my-attendance.js';
import { operations } from './en/operations.js';
import { pages } from './en/pages.js';
import { practice } from './en/practice.js';
import { privacy } from './en/privacy.js';
import { recognitionEvent } from './en/recognition-event.js';
import { recognitions } from './en/recognitions.js';
import { sources } from './en/sources.js';
import { tab } from './en/tab.js';
import { trainings } from './en/trainings.js';
import type { Catalogue } from './shape.js';

export const en: Catalogue = {
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
