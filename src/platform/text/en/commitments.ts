import type { Committed } from '../es/commitments.js';

/** Commitments agreed in cases. `**` marks what stands out. */
export const commitments = {
  kind: {
    pid: 'commitment in the individual development plan (PID)',
    standard: 'standard of behaviour',
    conversation: 'conversation',
  },
  kindChoice: {
    pid: 'Commitment in the individual development plan (PID)',
    standard: 'Standard of behaviour',
    conversation: 'Conversation',
  },
  state: { open: 'under way', lapsed: 'its day has passed', done: 'done' },
  left: 'who committed is no longer here',
  noted: {
    own: {
      week: 'It is noted, and I remind you a week before and on the last day.',
      day: 'It is noted, and I remind you on the last day.',
      lapse: 'It is noted, and the day after I ask you whether it is done.',
    },
    other: {
      week: 'I told who commits, and remind them a week before and on the last day.',
      day: 'I told who commits, and remind them on the last day.',
      lapse: 'I told who commits, and the day after I ask them whether it is done.',
    },
  },
  fact: 'Commitment',
  facts: 'Commitments',
  some: 'Commitments were agreed.',
  someShort: 'there are some',
  line: ({ who, day }: Pick<Committed, 'who' | 'day'>, what: string, state: string) =>
    `${who}, until ${day} (${state}): «${what}»`,
  until: (day: string, kind: string) => `Until ${day} · ${kind}`,
  list: {
    title: 'Commitments',
    own: 'Your commitments',
    team: 'Of your team',
    none: 'There are no commitments to keep: neither yours nor of your team.',
    you: 'You',
  },
  see: 'See the commitments',
  done: 'Done',
  another: 'Add another commitment',
  told: {
    own: {
      committed: ({ by }: Committed) => `**${by}** noted a commitment of yours:`,
      week: () => 'You have a week left to keep your commitment:',
      day: () => 'Today is the last day of your commitment:',
      lapsed: () => 'The day of your commitment has passed. Is it done?',
      done: ({ by }: Committed) => `**${by}** says that you kept your commitment:`,
      extended: ({ by }: Committed) => `**${by}** gave your commitment more time:`,
    },
    team: {
      committed: ({ by, who }: Committed) => `**${by}** noted a commitment of **${who}**:`,
      week: ({ who }: Committed) => `A week is left for the commitment of **${who}**:`,
      day: ({ who }: Committed) => `Today is the last day of the commitment of **${who}**:`,
      lapsed: ({ who }: Committed) => `The day of the commitment of **${who}** has passed. Is it done?`,
      left: ({ who }: Committed) =>
        `**${who}** is no longer here, and the commitment stays open. Agree on another with whom it concerns:`,
      done: ({ by, who }: Committed) =>
        by === who
          ? `**${who}** says that the commitment is done:`
          : `**${by}** says that **${who}** kept the commitment:`,
      extended: ({ by, who }: Committed) =>
        by === who
          ? `**${who}** took more time for the commitment:`
          : `**${by}** gave the commitment of **${who}** more time:`,
    },
  },
  after: {
    done: { title: '✓ Commitment done', body: 'It is noted, and those who stand by know it now.' },
    extended: (day: string) => ({
      title: 'New day noted',
      body: `The commitment goes until ${day}. Those who stand by know it now.`,
    }),
    notYet: 'Not yet done',
  },
  forms: {
    'commitment.done': {
      button: 'Done, with a note',
      title: 'Commitment done',
      meaning: '',
      label: 'Note: what was done (optional)',
      placeholder: '',
      required: '',
      submit: 'Save',
    },
    'commitment.extend': {
      button: 'More time',
      title: 'More time for the commitment',
      meaning: 'Who committed and those who stand by read the reason.',
      label: 'Why is more time needed?',
      placeholder: '',
      required: 'The reason is missing.',
      submit: 'Save the new day',
    },
  },
};
