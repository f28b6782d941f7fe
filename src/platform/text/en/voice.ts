import type { Helplines } from '../helplines.js';

/** The voice of who reported, after the closing. `**` marks what stands out. */
export const voice = {
  ask: (number: string) => `Your case **${number}** was closed. This is what you were told:`,
  remind: (number: string) =>
    `Your case **${number}** was closed, and you can still tell me how it went for you. This is what you were told:`,
  question: (until: string) =>
    `**Are you satisfied?** You can answer until ${until}. The person who handled the case sees neither your answer nor whether you gave one.`,
  summary: (number: string) => `Are you satisfied with case ${number}?`,
  answer: 'Answer',
  title: 'Tell me how it went for you',
  satisfied: { yes: 'Yes', partly: 'Partly', no: 'No' },
  readers: (names: string) =>
    `If you tick that you have had trouble, or write something, only these people read it, with your name: ${names}. Nobody else does, including the person who handled your case.`,
  team: 'the humanisation team, except anyone who handled your case or leads you',
  nobody: (others: string) =>
    `Today I find nobody who can read this in confidence, so I am not asking here. You can turn to: ${others}.`,
  counts:
    'Your satisfaction only counts in a figure of five people or more. If you do not answer, I will remind you once.',
  problem: {
    satisfied: 'Tell me if you are satisfied.',
    readers:
      'I have not sent it: the people who read it have changed. Check below and, if you agree, send it.',
    answered: 'You have answered already. If something else happens, write “talk to a person” or “report”.',
    over: 'The time to answer has passed. If something worries you, write “talk to a person” or “report”.',
  },
  thanks: 'Thank you for telling me how it went.',
  kept: 'The person who handled your case will not learn of this.',
  reopen: 'If it is not solved, you can reopen the case from “See the case”.',
  thanksTold: 'Thank you for trusting us with it. I am sorry you have been through this.',
  told: (names: string, others: string) =>
    `I told only ${names}, in confidence. Nobody may treat you badly for having reported, and the law protects those who report workplace or sexual harassment from reprisals. If you do not want to wait, you can also turn to: ${others}.`,
  toldWords: (names: string) => `Only ${names} can read what you wrote.`,
  report: 'Open a protected case',
  untold: (who: string, number: string, others: string) =>
    `I could not deliver to **${who}** what you told me after case ${number} was closed. If nobody has contacted you, do not wait. You can turn to: ${others}.`,
  seeCase: 'See the case',
  notice: {
    retaliation: (who: string, number: string) =>
      `**${who}** reported case ${number}, which is now closed, and says that reporting has brought them trouble.`,
    words: (who: string, number: string) => `**${who}** wrote this after case ${number} was closed:`,
    duty: 'This is in confidence. Contact them, listen, and offer them a protected case. Do not mention it to the person who handled the case or to their line, who do not know about the answer.',
    read: 'This is in confidence: do not mention it to the person who handled the case or to their line, who do not know about the answer.',
    summary: 'Someone told you something in confidence',
  },
  figures: ({
    quarter,
    people,
    yes,
    partly,
    no,
  }: Record<'people' | 'yes' | 'partly' | 'no', number> & { quarter: string }) =>
    `Cases that you closed, quarter ${quarter}. How ${people} people who reported felt: satisfied, ${yes}; in part, ${partly}; not satisfied, ${no}. People are counted in fives, so nobody stands out.`,
  quarter: (year: string, number: string) => `${number} of ${year}`,
  why: 'Thank you for trusting us with it: as it may be a reprisal for having reported, it does not go through your line; only those whom you see above receive it, who listen, care and go with you where you decide, without investigating or confronting anybody.',
  rights: ({ violence }: Helplines) =>
    `The workplace coexistence committee or the labour inspection: Ley 1010 de 2006 protects those who report workplace harassment from reprisals, and Ley 2365 de 2024 those who report sexual harassment (line ${violence}).`,
};
