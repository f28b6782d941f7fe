import type { Texts } from '../es.js';

/** The parts of «mi página». */
export const section: Texts['section'] = {
  coverage: 'Coverage',
  trainings: 'Trainings',
  coverageBy: 'Coverage by area',
  coming: 'Those to come',
  been: 'Those that you were at',
  given: 'Those that you give or announced',
  beenSince: (month: string) =>
    `Your attendance since ${month}. Earlier ones are in the chat, with «my attendance».`,
  command: { been: 'my attendance', given: 'my trainings' },
  trainingState: { open: 'Registration open', closed: 'Registration closed' },
  noComing: 'No trainings are announced for you.',
  noBeen: 'You have no attendance yet.',
  noGiven: 'You give no trainings.',
  noCoverage: 'There are no people in the directory.',
  trained: 'People trained',
  people: 'People in the directory',
  sessions: 'Trainings of the month',
  columns: {
    training: 'Training',
    people: 'People',
    trained: 'Trained',
    share: 'Coverage',
  },
};
