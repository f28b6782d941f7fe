import type { Texts } from '../es.js';

/** What the help says; the quotation marks are around the words to write. */
export const help: Texts['help'] = {
  attendance: {
    words: '“attendance 7F3K2Q”',
    meaning: 'registers you for a training by the code on the screen',
  },
  mine: {
    words: '“my attendance”',
    meaning: 'the trainings you were at, with their certificates, and what comes',
  },
  announce: { words: '“training”', meaning: 'announces one in a channel' },
  given: { words: '“my trainings”', meaning: 'who registered, who is missing, and the list to export' },
  coverage: { words: '“coverage”', meaning: 'who has been trained, by area and month' },
};
