import type { Widened } from '../../../platform/text/shape.js';
import { certificates } from './es/certificates.js';
import { help } from './es/help.js';
import { meetings } from './es/meetings.js';
import { myAttendance } from './es/my-attendance.js';
import { attend, screen } from './es/pages.js';
import { section } from './es/section.js';
import { trainingCards } from './es/training-cards.js';
import { trainings } from './es/trainings.js';

export const es = {
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

/** The other language has the same keys and parameters. */
export type Texts = Widened<typeof es>;
