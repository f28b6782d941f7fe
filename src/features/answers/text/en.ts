import type { Texts } from './es.js';

/** Below an answer. */
const opinion = {
  useful: 'Did this answer help?',
  yes: 'Yes',
  no: 'No',
  commentLabel: 'What was missing? (optional)',
  commentPlaceholder: 'In your own words; please write no names.',
  sendComment: 'Send comment',
  thanks: '✓ Thank you, we will take it into account.',
};

const answers = {
  noneChosen: 'none of the choices',
  lead: 'This is what the policy says',
  source: (policy: string, version: string) =>
    `In quotation marks, the official text of the ${policy}, in Spanish as it was issued; the rest is explained by the bot. Content ${version}.`,
  /** Below a section that somebody puts into a chat. */
  quoted: (policy: string, version: string) =>
    `In quotation marks, the official text of the ${policy}. Content ${version}.`,
  /** What the settings say, and what is fixed, in articles. */
  figures: {
    clockHours: (count: number) => (count === 1 ? 'one hour' : `${count} hours`),
    businessHours: (count: number) => (count === 1 ? 'one business hour' : `${count} business hours`),
    businessDays: (count: number) => (count === 1 ? 'one business day' : `${count} business days`),
    hours: 'Monday to Friday, 8:00 to 17:00',
    undo: 'two minutes',
    files: 'five',
    megabytes: '10 MB',
    receivers: 'at least two people',
  },
  howItWorks: 'How the bot works, as the bot explains it; the policy does not.',
  inAScene: 'Suggested by the bot, starting from the policy.',
  next: {
    reportar: 'Report a failure',
    'mis casos': 'My cases',
    'mis asistencias': 'My attendances',
    'hablar con una persona': 'Talk to a person',
  },
  /** Beside the answer to the first of two questions. */
  alsoAsked: (title: string, answer: string) => `And about the other thing you ask: **${title}** ${answer}`,
  overviewTitle: (policy: string) => `${policy}, in order`,
  openIntranet: 'Open the intranet',
  openLanding: 'Open the humanisation landing page',
  openDaruma: 'Open Daruma',
  exampleOf: (title: string) => `An example of **${title}**, in Spanish:`,
  exampleIn: {
    counter: (title: string) => `An example of **${title}** at a counter:`,
    'call-center': (title: string) => `An example of **${title}** in a call:`,
    clinic: (title: string) => `An example of **${title}** in a clinic, with patients:`,
    park: (title: string) => `An example of **${title}** in a park or a hotel:`,
    office: (title: string) => `An example of **${title}** in the office, among colleagues:`,
  },
  noMoreExamples: (title: string) => `You have seen all examples of **${title}**. From the beginning:`,
  simpler: (title: string) => `**${title}**, in simpler words:`,
  briefly: (title: string) => `**${title}**, in one sentence:`,
  whyOf: (title: string) => `Why **${title}** matters:`,
  howOf: (title: string) => `How to do it day by day (**${title}**):`,
  sideBySide: (one: string, other: string) => `**${one}** and **${other}**, side by side:`,
  goingOn: {
    simplify: 'Explain that more simply',
    lost: 'Explain that more simply',
    example: 'Give you an example',
    more: 'Tell you more about it',
    why: 'Tell you why it matters',
    how: 'Tell you how to do it',
    compare: 'Compare it with what came before',
    brief: 'Say it in one sentence',
    'not-it': 'Look for another answer',
  },
  goingOnChoices: {
    choose: 'Open one of the list',
    'not-it': 'Look for another answer',
    lost: 'Explain that more simply',
  },
  inOtherWords: (title: string) => `**${title}**, in other words:`,
  noSuchItem: (count: number) =>
    `There ${count === 1 ? 'is 1 part' : `are ${count} parts`} in that list. Tell me which one: the first, the second…`,
  noList: 'My last answer was not a list. Ask me about a part of the policy and we will look at it.',
  nearest: (title: string) => `Nearest in the policy: ${title}`,
  notFound: 'If it was a question about the policy, I did not find it: try other words.',
  onlyTeamLearns:
    'That list belongs to the humanisation team, who look after the answers. If one did not help you, say so below it.',
  smallTalk: {
    greeting:
      'Hello! Ask me about the policy in your own words, or write “report” if you saw a failure. “Help” shows all that I can do.',
    thanks: 'You are welcome. I am here when you need me.',
    goodbye: 'See you soon. Thank you for taking care of the people you serve.',
    identity:
      'I am a bot, not a person. I answer with the words of the Humanisation and Experience Policy and help to report failures in service.',
    praise: 'Thank you! Can I help you with something else of the policy?',
    anger:
      'I am sorry that I did not help. Tell me in other words what you need; if it is a failure in service, write “report”.',
    other: 'All right. Ask me something about the policy, or write “help”.',
  },
};

/** The texts of its templates. */
const cards: Texts['cards'] = {
  answer: {
    open: 'View',
    narrative: 'What you wrote',
    example: 'See an example',
    report: 'Report a failure',
    neighbours: 'See also',
    ...opinion,
  },
  article: {
    say: 'You can say',
    avoid: 'Avoid',
    sections: 'In the policy',
    ...opinion,
  },
  overview: {
    intro:
      'These are the parts of the policy, in their order. Tap “View” to read the official words of each.',
    open: 'View',
  },
  questions: {
    title: 'To learn from what people write',
    intro: 'The last 30 days, without names. First, what people ask and the policy does not answer:',
    empty: 'There is nothing to learn from the last 30 days.',
    askedBack: 'What the bot had to ask back',
    chosen: 'They chose',
    opinions: 'What people think of the answers',
    useful: 'It helped',
    useless: 'It did not help',
  },
  suggestions: {
    narrative: 'What you wrote',
    report: 'Report what happened',
    title: 'Which of these are you looking for?',
    intro: 'Your question may point to several parts of the policy. Tap the nearest one:',
    otherwise: 'If it is none of them, ask me in other words.',
  },
  abstention: {
    title: 'I did not find that in the policy',
    explanation:
      'I would rather tell you so than make up an answer. Try other words, or tell me the concrete situation.',
    inChannel:
      'I would rather tell you so than make up an answer. Try other words. If it is about something that happened to somebody, write to me in a one-to-one chat: that is not told in a channel.',
    nearest: 'Nearest in the policy:',
    person: 'Talk to a person',
    canDo:
      'I can explain any part of the Humanisation and Experience Policy and help you to report a failure.',
    kept: 'I kept your question, without your name, for those who look after the policy.',
    report: 'Report a failure',
    help: 'See what you can do',
  },
  choices: {
    title: 'I want to understand you well',
    intro: 'Which of these do you need?',
    said: 'What you wrote',
    person: 'Talk to a person',
    nearest: 'Or look at what is nearest in the policy:',
  },
};

/** What the help says; the quotation marks are around the words to write. */
const help: Texts['help'] = {
  questions: { words: '“questions”', meaning: 'what people ask and the policy does not answer' },
};

export const en: Texts = { help, answers, cards };
