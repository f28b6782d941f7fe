import type { Texts } from './es.js';

/** The words of the practice of the day. */
const practice = {
  title: 'Practice of the day',
  yours: 'Your practice of the day',
  intro:
    'Each working day I send you one small thing to do that brings the policy into your work. If you do it, tick it. Nobody else sees your ticks, and you can stop with one tap.',
  comes: (hour: string, day: string) => `It comes at ${hour}, on working days. The next one is ${day}.`,
  paused:
    'I paused it because I could not deliver three in a row. If you want it back, I will start again on the next working day.',
  onToday: 'today',
  onDay: (day: string) => `on ${day}`,
  today: 'Today’s',
  example: 'For example',
  anyJob: 'Any work',
  job: {
    ventanilla: 'I serve people at a counter or service point',
    salud: 'I care for patients',
    farmacia: 'I work in a pharmacy',
    llamadas: 'I answer calls or chats',
    recreacion: 'I work in recreation, sports or hotels',
    educacion: 'I work in education',
    cocina: 'I work in food services',
    seguridad: 'I look after security',
    apoyo: 'I work in support, without users in front of me',
    liderazgo: 'I lead a team',
  },
  start: 'Start',
  again: 'Receive it again',
  save: 'Save',
  change: 'Change the hour',
  leave: 'Stop receiving it',
  joined: (hour: string) => `Done: it comes at ${hour}`,
  next: (day: string) =>
    `The next one is ${day}. Only on working days, and not while you are away. If I cannot send it in time, I skip that day.`,
  left: 'You will not get it any more',
  leftBody: (period: string) =>
    `Each tick is deleted ${period} after you make it. I can delete them all now, but that cannot be undone.`,
  forget: 'Delete what I ticked',
  forgotten: 'I deleted everything about your practices',
  forgottenBody:
    'I no longer know which ones you got or ticked. If you want it again some day, write “practice”.',
  stillOn: 'You are receiving the practice of the day. To delete what you ticked, stop receiving it first.',
  heading: (day: string) => `Practice of ${day}`,
  summary: (words: string) => `Practice of the day: ${words}`,
  bringsCloser: (section: string) => `${section}, in the policy (in Spanish)`,
  takesAway: (section: string) => `${section}: what takes us away, in the policy (in Spanish)`,
  done: (inWeek: number) => (inWeek > 1 ? `✓ Done. ${inWeek} so far this week.` : '✓ Done.'),
  past: 'That practice is over, so I changed nothing. You can tick the latest one.',
};

/** The texts of its templates. */
const cards = {
  practice: {
    done: 'I did it',
    undo: 'Take the tick back',
    change: 'Change the hour',
    leave: 'Stop receiving it',
  },
  'practice-settings': {
    hour: 'Hour',
    hourRequired: 'Choose an hour.',
    job: 'Your work',
    done: 'I did it',
    leave: 'Stop receiving it',
  },
};

/** What the help says; the quotation marks are around the words to write. */
const help: Texts['help'] = {
  practice: {
    words: '“practice”',
    meaning: 'one small thing to do each working day, at the hour you choose',
  },
};

export const en: Texts = { help, practice, cards };
