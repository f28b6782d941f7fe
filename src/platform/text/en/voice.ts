import type { Helplines } from '../helplines.js';

/** The voice of who reported, after the closing. `**` marks what stands out. */
export const voice = {
  ask: (number: string) => `Your case **${number}** was closed. This is what you were told:`,
  remind: (number: string) =>
    `Your case **${number}** was closed, and you can still tell me how it was for you. This is what you were told:`,
  question: (until: string) =>
    `**Are you satisfied?** Until ${until} you can answer. Whoever attended to the case sees neither your answer nor whether you answered.`,
  summary: (number: string) => `Are you satisfied with case ${number}?`,
  answer: 'Answer',
  title: 'Tell me how it was for you',
  satisfied: { yes: 'Yes', partly: 'In part', no: 'No' },
  readers: (names: string) =>
    `If you tick that you have had trouble, or write something, only these read it, with your name: ${names}. Nobody else, nor whoever attended to your case.`,
  team: 'the humanisation team, without whoever attended to your case or leads you',
  nobody: (others: string) =>
    `Today I find nobody who can read it in confidence, so I do not ask it here. You can turn to: ${others}.`,
  counts:
    'Whether you are satisfied only counts in a figure of five people or more. If you do not answer, I remind you only once.',
  problem: {
    satisfied: 'It is missing whether you are satisfied.',
    readers: 'I have not sent it: somebody else reads it now. See below and, if you agree, send it.',
    answered: 'You have answered already. If something else happens, write “talk to a person” or “report”.',
    over: 'The days for answering have passed. If something worries you, write “talk to a person” or “report”.',
  },
  thanks: 'Thank you for telling me how it was for you.',
  kept: 'Whoever attended to your case does not learn of this.',
  reopen: 'If it is not solved, you can reopen the case from “See the case”.',
  thanksTold: 'Thank you for trusting us with it. I am sorry that you have been through this.',
  told: (names: string, others: string) =>
    `I told it, in confidence, only to ${names}. Nobody may treat you badly for having reported, and the law protects those who report workplace or sexual harassment from reprisals. If you do not want to wait, you can also turn to: ${others}.`,
  toldWords: (names: string) => `What you wrote can be read now, only by ${names}.`,
  report: 'Open a protected case',
  untold: (who: string, number: string, others: string) =>
    `I could not deliver to **${who}** what you told me after case ${number} was closed. If nobody has looked for you, do not wait: you can turn to: ${others}.`,
  seeCase: 'See the case',
  notice: {
    retaliation: (who: string, number: string) =>
      `**${who}** reported case ${number}, closed by now, and says that reporting has brought them trouble.`,
    words: (who: string, number: string) => `**${who}** wrote this after case ${number} was closed:`,
    duty: 'You are told in confidence. Look for them, listen, and offer them a protected case. Do not speak of it with whoever attended to the case or with their line, who do not know that they answered.',
    read: 'You are told in confidence: do not speak of it with whoever attended to the case or with their line, who do not know that they answered.',
    summary: 'You were told something in confidence',
  },
  figures: ({
    quarter,
    people,
    yes,
    partly,
    no,
  }: Record<'people' | 'yes' | 'partly' | 'no', number> & { quarter: string }) =>
    `Cases that you closed, quarter ${quarter}. How ${people} people who reported were left: satisfied, ${yes}; in part, ${partly}; not satisfied, ${no}. People are counted by fives, so that nobody stands out.`,
  quarter: (year: string, number: string) => `${number} of ${year}`,
  why: 'Thank you for trusting us with it: as it may be a reprisal for having reported, it does not go through your line; only those whom you see above receive it, who listen, care and go with you where you decide, without investigating or confronting anybody.',
  rights: ({ violence }: Helplines) =>
    `The workplace coexistence committee or the labour inspection: Ley 1010 de 2006 protects those who report workplace harassment from reprisals, and Ley 2365 de 2024 those who report sexual harassment (line ${violence}).`,
};
