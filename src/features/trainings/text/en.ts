import { certificates } from './en/certificates.js';
import { help } from './en/help.js';
import { meetings } from './en/meetings.js';
import { myAttendance } from './en/my-attendance.js';
import { attend, screen } from './en/pages.js';
import { section } from './en/section.js';
import { trainingCards } from './en/training-cards.js';
import { trainings } from './en/trainings.js';
import type { Texts } from './es.js';

export const en: Texts = {
  help,
  trainings,
  meetings,
  certificates,
  myAttendance,
  attend,
  screen,
  section,
  cards: trainingCards,
};
