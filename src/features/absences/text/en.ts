import type { Texts } from './es.js';

/** The words of absences. */
const away = {
  oneDay: (day: string) => `on ${day}`,
  days: (from: string, until: string) => `from ${from} to ${until}`,
  understood: {
    days: (days: string) => `I understood: ${days}.`,
    from: (day: string) => `I understood: from ${day}. I still need the last day.`,
    until: (day: string) =>
      `I understood: until ${day}. I set today as the first day; change it if that is wrong.`,
  },
  saved: (days: string) => `You already have an absence: ${days}. I keep only one, so this will replace it.`,
  set: {
    title: (days: string) => `Done: you are away ${days}`,
    notYet: (day: string) => `Before ${day} nothing changes: new cases still come to you.`,
    deputy: 'While you are away, new cases go to your deputy.',
    deputyAway:
      'Your deputy is also away on some of those days. Then new cases go to your superior or, if they cannot take them, further up.',
    noDeputy: 'While you are away, new cases go to your superior or, if they cannot take them, further up.',
    inHand:
      'The cases you already have stay with you, and their deadlines keep running. If you cannot handle one, pass it to your superior.',
    end: 'If you come back early or your plans change, write “I am back”.',
  },
  clear: 'I am back',
  cancel: 'Cancel the absence',
  restore: 'Restore it',
  back: {
    title: 'Welcome back',
    ended: (days: string) => `I removed your absence ${days}.`,
    none: 'You had no absence, so I changed nothing.',
    toYou: 'New cases come to you.',
    directory:
      'The directory shows you as away today, for example because of automatic replies in Outlook. While it does, new cases go to your deputy or your superior.',
  },
  cancelled: { title: 'I cancelled your absence', body: (days: string) => `It was ${days}.` },
  goingOn: {
    acts: {
      send: 'Save your absence',
      correct: 'Change your absence',
      add: 'Change your absence',
      drop: 'Remove your absence',
      undo: 'Remove your absence',
    },
    notSavedYet: 'It is not saved yet. Check it and press “Save the absence”.',
    unclear: 'I could not tell what to change. Correct it here and save.',
    whoStandsIn: 'I could not tell who you mean. Find the person here by name.',
    left: 'All right, I did not save an absence.',
    take: {
      title: 'Shall I remove your absence?',
      body: (days: string) => `You have an absence ${days}. It stays until you remove it.`,
    },
  },
  problem: {
    from: 'Choose a first day that has not passed.',
    until: 'Choose a last day that has not passed.',
    order: 'The last day cannot be before the first.',
    deputy:
      'I could not find your deputy, or their account is no longer active. Choose again, or leave it empty.',
  },
};

/** The texts of its templates. */
const cards: Texts['cards'] = {
  away: {
    title: 'Your absence',
    intro:
      'While you are away, new cases go to your deputy, or to your superior if you have none. Nothing changes until you save, or before the first day.',
    from: 'From',
    fromRequired: 'Choose the first day.',
    until: 'Until',
    untilRequired: 'Choose the last day.',
    standsIn: 'Your deputy:',
    deputy: 'Choose another deputy (optional)',
    deputyPlaceholder: 'Type their name',
    deputyChosen: 'The deputy you chose',
    set: 'Save the absence',
  },
  'away-saved': {
    standsIn: 'Your deputy:',
  },
};

/** What the help says; the quotation marks are around the words to write. */
const help: Texts['help'] = {
  away: {
    words: '“I am on vacation until January 15”',
    meaning: 'new cases go to your deputy',
  },
  back: { words: '“I am back”', meaning: 'new cases come to you again' },
};

export const en: Texts = { help, away, cards };
