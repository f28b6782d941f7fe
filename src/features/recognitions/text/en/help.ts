import type { Texts } from '../es.js';

/** What the help says; the quotation marks are around the words to write. */
export const help: Texts['help'] = {
  recognise: {
    words: '“I want to thank Carlos for his patience”',
    meaning: 'recognises somebody; you see how it looks before it is sent',
  },
  mine: { words: '“my recognitions”', meaning: 'those you got and those you gave' },
  team: { words: '“team recognitions”', meaning: 'those your people got, by quarter' },
  event: {
    words: '“recognition event”',
    meaning: 'whom to recognise at the next event, and what is said of each',
  },
};
