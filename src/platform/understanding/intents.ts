/** What people want when they write. */

/** Intents that a model tells apart, learnt from the phrasings in `content/intents/`. */
export const INTENTS = [
  'report',
  'tell',
  'cases.mine',
  'commitments.mine',
  'inbox',
  'team',
  'cases.all',
  'indicators',
  'export',
  'away',
  'back',
  'attendance',
  'attendance.mine',
  'training.new',
  'training.mine',
  'recognise',
  'recognitions.mine',
  'practice',
  'privacy',
  'confidentiality',
  'person',
  'help',
  'cancel',
  'language',
  'superior',
  'emergency',
  'distress',
  'smalltalk',
  'policy',
  'offtopic',
] as const;
export type Intent = (typeof INTENTS)[number];

/** What is called by an exact command only: `page`, and tools of leaders, the humanization team and the administrators. */
export const TOOLS = [
  'page',
  'questions',
  'data-requests',
  'coverage',
  'accesses',
  'recognitions.team',
  'recognitions.event',
  'sources',
  'status',
] as const;

/** What a text is for. */
export const PURPOSES = [...INTENTS, ...TOOLS] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Somebody may be in danger. */
export const DANGERS = ['emergency', 'distress'] as const;
export type Danger = (typeof DANGERS)[number];

export const isDanger = (purpose: Purpose): purpose is Danger => DANGERS.some((danger) => danger === purpose);

/** What each intent means, for a hosted model. */
export const MEANINGS: Readonly<Record<Intent, string>> = {
  report: 'start a report of a failure in service or of mistreatment',
  tell: 'tell what happened',
  'cases.mine': 'see how the own report or case goes',
  'commitments.mine': 'see what one, or the own people, agreed to do after a case, and until when',
  inbox: 'for a leader: the cases that wait for a decision',
  team: 'for a leader: the open cases of the own people',
  'cases.all': 'for the humanization team: all cases',
  indicators: 'figures and trends',
  export: 'a file with the cases',
  away: 'say that one will be or is away',
  back: 'say that one is back from an absence',
  attendance: 'register the attendance at a training',
  'attendance.mine': 'see the trainings that one has been to, a certificate of attendance, the next training',
  'training.new': 'announce a new training',
  'training.mine': 'see the trainings that one gives',
  recognise: 'thank or congratulate a colleague',
  'recognitions.mine': 'see what was said well of oneself',
  practice: 'get a daily tip or exercise',
  privacy: 'personal data: see, correct, delete',
  confidentiality: 'whether a report is anonymous, who will know, fear of reprisals',
  person: 'talk to a human',
  help: 'what the bot can do',
  cancel: 'leave or undo what was begun',
  language: 'change the language',
  superior: 'who the immediate superior is, or that this is wrong',
  emergency: 'somebody is in danger now',
  distress: 'the person suffers or is mistreated',
  smalltalk: 'greeting, thanks, a joke',
  policy: 'a question about the policy',
  offtopic: 'anything else',
};
