import type { Texts } from './es.js';

/** The page around the sections. */
const frame: Texts['frame'] = {
  title: 'My page',
  skip: 'Skip to the content',
  sections: 'Parts of the page',
  leave: 'Sign out',
  /** Getting in. */
  entry: {
    title: 'Open my page',
    of: (name: string) => `This is the page of ${name}. If that is not you, close this window.`,
    once: 'The link works once. The page stays open for an hour in this browser: on a shared computer, sign out when you finish.',
    open: 'Open',
    goneTitle: 'This link no longer works',
    gone: 'It works once and lasts ten minutes. Ask for another: write «my page» to the bot in Teams.',
    closedTitle: 'Open your page from Teams',
    closed: 'Write «my page» to the bot, in your chat with it, and open the link that it gives you.',
    opening: 'Opening your page…',
    failed:
      'I could not open your page here. Write «my page» to the bot, in your chat with it, and open the link that it gives you.',
    leftTitle: 'You signed out of your page',
    left: 'To come back, write «my page» to the bot in Teams.',
    refusedTitle: 'This page is not for you',
    refused: 'Your account cannot open it. If you think that is a mistake, talk to the humanization team.',
    missingTitle: 'I did not find this part',
    missing: 'It does not exist, or is not for your role.',
    back: 'Back to my page',
    chat: 'Open the chat with the bot',
  },
};

/** The texts of its templates. */
const today = {
  title: 'Today',
  what: 'What',
  waits: 'What waits for you',
  empty: 'Nothing waits for you. What arrives will appear here.',
};

const cards: Texts['cards'] = {
  link: {
    title: 'Your page',
    body: 'It has your cases, commitments and attendance in lists that you can search and sort. The link is for you alone, works once and lasts ten minutes.',
    open: 'Open my page',
  },
};

/** What the help says; the quotation marks are around the words to write. */
const help: Texts['help'] = {
  page: {
    words: '“my page”',
    meaning: 'your cases, commitments and attendance, in lists that you can search and sort',
  },
};

export const en: Texts = { help, frame, today, cards };
