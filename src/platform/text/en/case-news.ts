import type { News } from '../es/case-news.js';
import type { Committed } from '../es/commitments.js';
import { ended } from './grammar.js';

/** What people read of what happened to a case. */
export const caseNews = {
  after: {
    placed: 'It is noted in the case.',
    health: 'It is noted in the case.',
    accepted: 'I told whoever reported. When it is solved, close it and tell them what was done.',
    rejected: 'Whoever reported gets your reason. If they disagree, somebody else looks at it.',
    undone: 'The case is as it was before.',
    asked: 'I sent your question. I write to you when it is answered.',
    replied: 'I sent your answer to whoever attends to the case.',
    added: 'Whoever attends to the case can read it now.',
    reclassified: 'I told whoever reported which level it is.',
    escalated: 'I told whoever receives it.',
    reassigned: 'I told whoever receives it.',
    closed: 'Whoever reported gets your summary, and can reopen it within 15 business days.',
    withdrawn: 'The case is closed, and I told whoever attended to it.',
    contested: 'Somebody else looks at it now. I write to you when they answer.',
    reopened: 'I told whoever attends to it. I write to you when they answer.',
    held: 'The case is kept as long as the hold lasts.',
    released: 'The case is deleted when its time comes.',
    identified: 'You see the name in the case now. I told whoever reported, with your reason.',
  },
  event: {
    reported: 'Reported by ',
    takenIn: (channel: string) => `Came through ${channel}; taken in by `,
    burst:
      'The same person had sent more than ten reports in an hour; so the humanisation team receives it, and not their superior.',
    accepted: 'Accepted by ',
    rejected: 'Not accepted by ',
    asked: 'Question from ',
    replied: 'Answer from ',
    added: 'Information added by ',
    attached: 'File added by ',
    opened: 'File opened to others by ',
    reclassified: (level: string) => `Impact ${level}, according to `,
    escalated: (to: string) => `Escalated to ${to} by `,
    reassigned: (to: string) => `Assigned to ${to} by `,
    climbed: (to: string) => `No answer in time: went to ${to}`,
    contested: (to: string) => `Went to ${to}; disagreeing: `,
    undone: 'Took back the last step: ',
    reminded: 'A reminder was sent',
    lapsed: 'Still not handled in time: told again',
    closed: (outcomes: string) => `Closed (${outcomes}) by `,
    withdrawn: 'Withdrawn by ',
    reopened: 'Reopened by ',
    held: 'Legal hold set by ',
    released: 'Legal hold lifted by ',
    identified: 'Learned who reported: ',
    placed: 'Where it happened, completed by ',
    health: (priority: string) => `Health claim, ${priority}, according to `,
    noHealth: 'No health claim, according to ',
    unconfirmed: (told: readonly string[]) =>
      `Nobody confirmed the level in time: ${told.join(' and ')} were told`,
    committed: ({ who, day }: Pick<Committed, 'who' | 'day'>) =>
      `Commitment of ${who}, until ${day}; noted by `,
    'commitment-done': ({ who }: Pick<Committed, 'who'>) => `Commitment of ${who} done, according to `,
    'commitment-extended': ({ who, day }: Pick<Committed, 'who' | 'day'>) =>
      `The commitment of ${who} goes until ${day}; more time given by `,
    'commitment-lapsed': ({ who }: Pick<Committed, 'who'>) =>
      `The day of the commitment of ${who} has passed`,
    'commitment-left': ({ who }: Pick<Committed, 'who'>) =>
      `Commitment of ${who}: who committed is no longer here`,
    'commitment-reminded': ({ who }: Pick<Committed, 'who'>) => `Reminder of the commitment of ${who}`,
    undelivered: (to: string) => `A notice could not be delivered to ${to}`,
  },
  news: {
    health: ({ number, by, health }: News) =>
      health
        ? `**${by}** marked case ${number} as a health claim: ${health}.`
        : `**${by}** took the mark of a health claim from case ${number}.`,
    'health-reminded': ({ number, health }: News) =>
      `A reminder: case ${number} is a health claim (${health}) with a deadline of its own.`,
    accepted: ({ number, by }: News) => `**${by}** accepted your case ${number}.`,
    rejected: ({ number, by }: News) => `Your case ${number} was not accepted. **${by}** tells you why:`,
    asked: ({ number, by }: News) => `**${by}** asks you about your case ${number}:`,
    reclassified: ({ number, level, by }: News) => `**${by}** left your case ${number} at ${level} impact.`,
    escalated: ({ number, by, who }: News) => `**${by}** passed your case ${number} to **${who}**.`,
    reassigned: ({ number, by, who }: News) => `**${by}** assigned your case ${number} to **${who}**.`,
    climbed: ({ number, who }: News) =>
      `Nobody answered your case ${number} in time, so **${who}** attends to it now.`,
    closed: ({ number, by, outcomes }: News) => `**${by}** closed your case ${number}: ${outcomes}.`,
    identified: ({ number, by }: News) =>
      `**${by}**, of the humanisation team, learned your name in the confidential case ${number}. This is the reason:`,
    undone: ({ number, by }: News) =>
      `**${by}** took back the last step in your case ${number}, which is as it was before.`,
    replied: ({ number, by }: News) => `**${by}** answered your question about case ${number}:`,
    added: ({ number, by }: News) => `**${by}** added something to case ${number}:`,
    attached: ({ number, by }: News) => `**${by}** added a file to case ${number}.`,
    withdrawn: ({ number, by }: News) => `**${by}** withdrew case ${number}.`,
    reopened: ({ number, by }: News) => `**${by}** reopened case ${number}:`,
    reminded: ({ number, level }: News) =>
      `A reminder of case ${number}, of ${level} impact: it waits for your decision.`,
    lapsed: ({ number, level }: News) =>
      `Case ${number}, of ${level} impact, is still not answered, and there is nobody further up. Handle or assign it as soon as you can.`,
    undelivered: ({ number }: News) =>
      `A notice of case ${number} could not be delivered. The story of the case says to whom.`,
  },
  fileOpened: ({ number, by }: News) =>
    `You can now open one more file of case ${number}: **${by}** allowed it.`,
  /** Nobody confirmed the level in time: for who attends to the case, alone or as one of a group, and for the others. */
  unconfirmed: {
    holder: ({ number }: News, told: readonly string[]) =>
      `The level of impact of case ${number} is still to be confirmed, and I have told ${told.join(' and ')}. Confirm it if it is right; if not, change it in the case.`,
    group: ({ number }: News) =>
      `Nobody has confirmed the level of impact of case ${number} in time. Confirm it if it is right; if not, change it in the case.`,
    team: ({ number, level, who }: News) =>
      `Nobody has confirmed the level of impact of case ${number} in time; it is still ${level}. **${who}** attends to it; until then it cannot be closed.`,
    above: ({ number, who }: News) =>
      `**${who}** has not confirmed the level of impact of case ${number}, which they attend to, in time. Please remind them: until then it cannot be closed.`,
  },
  /** For the humanization team. */
  notHigh: ({ number, level, by }: News) =>
    `**${by}** says that case ${number} is not of high impact; it stays at ${level}. This is their reason:`,
  lowered: ({ number, level, by }: News) =>
    `**${by}** lowered case ${number} to ${level} impact. This is their reason:`,
  next: {
    health: ({ healthDue }: News) => healthDue,
    'health-reminded': ({ healthDue }: News) => healthDue,
    accepted: ({ due }: News) => `They have to close it ${ended(due)} I write to you when they do.`,
    rejected: () => 'If you disagree, somebody else looks at it.',
    escalated: ({ due }: News) => `They have to answer you ${ended(due)}`,
    reassigned: ({ due }: News) => `They have to answer you ${ended(due)}`,
    climbed: ({ due }: News) => `They have to answer you ${ended(due)}`,
    closed: () => 'If it is not solved, you can reopen it within 15 business days.',
    reminded: ({ due }: News) => `To be answered ${ended(due)}`,
    reopened: ({ due }: News) => `To be closed ${ended(due)}`,
  },
  newsToHolder: {
    escalated: ({ number, level, by }: News) =>
      `**${by}** passed case ${number}, of ${level} impact, to you. It waits for your decision:`,
    reassigned: ({ number, level, by }: News) =>
      `**${by}** assigned case ${number}, of ${level} impact, to you. It waits for your decision:`,
    climbed: ({ number, level }: News) =>
      `Nobody answered case ${number}, of ${level} impact, in time, and it waits for your decision.`,
    contested: ({ number, level, by }: News) =>
      `**${by}** disagrees that case ${number}, of ${level} impact, was not accepted. It waits for your decision:`,
  },
  nextForHolder: {
    escalated: ({ due }: News) => `To be answered ${ended(due)}`,
    reassigned: ({ due }: News) => `To be answered ${ended(due)}`,
    climbed: ({ due }: News) => `To be answered ${ended(due)}`,
    contested: ({ due }: News) => `To be answered ${ended(due)}`,
  },
  unattended: 'There is a case that nobody of the humanisation team can attend to: check the roles.',
  unopenedMail: {
    subject: 'There is a case waiting',
    body: (url: string) =>
      `There is a case waiting in Teams: ${url}\n\nOpen it in your chat with Humanización.`,
  },
  summary: {
    new: (number: string, level: string) => `New case ${number}, ${level} impact`,
    updated: (number: string) => `Case ${number}`,
  },
};
