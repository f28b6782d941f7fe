import type { Texts } from './es.js';

/** The words of absences. */
const away = {
  oneDay: (day: string) => `on ${day}`,
  days: (from: string, until: string) => `from ${from} to ${until}`,
  understood: {
    days: (days: string) => `I understood: ${days}.`,
    from: (day: string) => `I understood: from ${day}. The last day is missing.`,
    until: (day: string) =>
      `I understood: until ${day}. I put today as the first day; change it if it is another.`,
  },
  saved: (days: string) =>
    `You already have an absence: ${days}. I keep only one: what you save now replaces it.`,
  set: {
    title: (days: string) => `Done: you are away ${days}`,
    notYet: (day: string) => `Before ${day} nothing changes: new cases still come to you.`,
    deputy: 'While you are away, new cases go to whoever stands in.',
    deputyAway:
      'Whoever stands in is not there on all of those days. When they are away, new cases go to your superior or, if they cannot take them, to somebody further up.',
    noDeputy:
      'While you are away, new cases go to your superior or, if they cannot take them, to somebody further up.',
    inHand:
      'Those that you have stay with you and their deadlines run: pass them to your superior if you cannot handle them.',
    end: 'If you are back earlier or your plans change, write “I am back”.',
  },
  clear: 'I am back',
  cancel: 'Cancel the absence',
  restore: 'Set it again',
  back: {
    title: 'Welcome back',
    ended: (days: string) => `I removed your absence ${days}.`,
    none: 'You had no absence, so I changed nothing.',
    toYou: 'New cases come to you.',
    directory:
      'The directory shows you as away today, for example because of automatic replies in Outlook. As long as it does, new cases go to whoever stands in or to your superior.',
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
    whoStandsIn: 'I could not tell whom you mean. Look the person up here by name.',
    left: 'All right, no absence was saved.',
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
      'I did not find whoever stands in, or their account is no longer active. Look them up again or leave it empty.',
  },
};

/** The texts of its templates. */
const cards: Texts['cards'] = {
  away: {
    title: 'Your absence',
    intro:
      'While you are away, new cases go to whoever stands in; if there is nobody, to your superior. Nothing changes until you save, nor before the first day.',
    from: 'From',
    fromRequired: 'Choose the first day.',
    until: 'Until',
    untilRequired: 'Choose the last day.',
    standsIn: 'Who stands in for you:',
    deputy: 'Let somebody else stand in (optional)',
    deputyPlaceholder: 'Type their name',
    deputyChosen: 'Whoever you chose',
    set: 'Save the absence',
  },
  'away-saved': {
    standsIn: 'Who stands in for you:',
  },
};

/** What the help says; the quotation marks are around the words to write. */
const help: Texts['help'] = {
  away: {
    words: '“I am on vacation until January 15”',
    meaning: 'new cases go to whoever stands in for you',
  },
  back: { words: '“I am back”', meaning: 'new cases come to you again' },
};

export const en: Texts = { help, away, cards };
