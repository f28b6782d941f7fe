import type { Texts } from '../es.js';

/** The part of «mi página». */
export const section: Texts['section'] = {
  recognitions: 'Recognitions',
  command: { got: 'my recognitions', given: 'my recognitions', team: 'team recognitions' },
  columns: {
    from: 'From',
    to: 'To',
    attribute: 'Attribute',
    words: 'What it says',
  },
};
