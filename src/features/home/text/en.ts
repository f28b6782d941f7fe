import type { Texts } from './es.js';

const home: Texts['home'] = {
  greeting: (name: string) => (name ? `Hello, ${name}` : 'Hello'),
  helpTitle: 'This is what I can do',
  examples: [
    'What are the axes of the policy?',
    'Is “those are the rules” an answer?',
    'Do I have to tell my boss of a failure?',
  ],
  examplesOf: {
    leader: ['Show the cases that wait for my decision'],
    trainer: ['New training', 'My trainings'],
    humanization: ['All cases', 'Questions'],
    admin: ['Accesses'],
  },
  /** The titles of the help, by the people whom a part is for. */
  audience: {
    everybody: 'Everybody',
    leader: 'If you lead a team',
    trainer: 'If you give trainings',
    humanization: 'Humanisation team',
    admin: 'If you administer the bot',
  },
  person: {
    title: 'Talk to a person',
    intro: 'I am a bot. These people of the humanisation team can listen to you:',
    noTeam: 'Nobody has told me yet who is in the humanisation team. Ask for the team at your site.',
    write: (name) => `Write to ${name}`,
    urgent: (number) => `If anybody is in danger now, call ${number}.`,
  },
  superior: {
    title: 'Your immediate superior',
    body: 'So says the directory of the organisation. What you report goes to that person, unless you choose somebody else or the case involves them.',
    away: (name) => `They are away today: until they are back, what you report goes to ${name}.`,
    awayAlone:
      'They are away today and left no deputy: what you report goes to the next one up the line or to the humanisation team.',
    none: 'I do not know who your immediate superior is',
    noneBody:
      'The directory does not say. What you report goes to the humanisation team. If you like, I ask those who run the bot to correct it.',
    wrong: 'That is not my superior',
    tell: 'Ask for a correction',
    askedTitle: 'I have asked them to check it',
    asked:
      'I wrote to those who look after the directory of the bot. Until it is corrected, you see who gets a report before you send it, and can change it.',
    notice: {
      title: 'A superior to correct in the directory',
      of: (name, superior) => `${superior} is not the superior of ${name}`,
      without: (name) => `${name} has no superior`,
      wrong:
        'They say so themselves. Please check it: their reports go to whoever the directory names, or, where it names nobody, to the humanisation team.',
    },
  },
  language: {
    title: 'Which language shall I use?',
    body: 'I keep it until you ask for the other. The official text of the policy is in Spanish.',
    es: 'Español',
    en: 'English',
    set: 'All right, I speak English with you. To change it, write “español”.',
  },
};

/** The texts of its templates. */
const cards: Texts['cards'] = {
  welcome: {
    intro:
      'I am the bot of the Humanisation and Experience Policy. I answer with the words of the policy, which are in Spanish, and help you to report a failure in service in time.',
    askTitle: 'Ask me the way you speak',
    everything: 'See all that you can write',
    authorisation: 'Authorisation of your data',
    privacy:
      'Reports are seen in one-to-one chats only: by you, whoever handles the case and the humanisation team.',
    accept: 'Accept',
    report: 'Report a failure',
    mine: 'My cases',
    recognise: 'Recognise somebody',
    inbox: 'Inbox',
    help: 'Help',
  },
  person: { title: 'Talk to a person', contacts: 'You can also turn to:' },
};

/** What the help says; the quotation marks are around the words to write. */
const help: Texts['help'] = {
  superior: { words: '“my superior”', meaning: 'who gets what you report' },
  person: { words: '“talk to a person”', meaning: 'whom to write to in the humanisation team' },
  language: { words: '“español”', meaning: 'from then on I speak Spanish to you' },
};

export const en: Texts = { help, home, cards };
