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
  state: { open: 'under way', lapsed: 'overdue', done: 'done' },
  left: 'the person is no longer here',
  noted: {
    own: {
      week: 'Noted. I will remind you a week before and on the last day.',
      day: 'Noted. I will remind you on the last day.',
      lapse: 'Noted. The day after, I will ask you if it is done.',
    },
    other: {
      week: 'I told them, and will remind them a week before and on the last day.',
      day: 'I told them, and will remind them on the last day.',
      lapse: 'I told them. The day after, I will ask them if it is done.',
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
    team: 'Your team’s',
    none: 'There are no commitments to keep, yours or your team’s.',
    you: 'You',
  },
  see: 'See the commitments',
  done: 'Done',
  another: 'Add another commitment',
  told: {
    own: {
      committed: ({ by }: Committed) => `**${by}** noted a commitment for you:`,
      week: () => 'You have a week left to keep your commitment:',
      day: () => 'Today is the last day of your commitment:',
      lapsed: () => 'Your commitment is past its date. Is it done?',
      done: ({ by }: Committed) => `**${by}** says that you kept your commitment:`,
      extended: ({ by }: Committed) => `**${by}** gave your commitment more time:`,
    },
    team: {
      committed: ({ by, who }: Committed) => `**${by}** noted a commitment for **${who}**:`,
      week: ({ who }: Committed) => `**${who}** has a week left to keep the commitment:`,
      day: ({ who }: Committed) => `Today is the last day for the commitment of **${who}**:`,
      lapsed: ({ who }: Committed) => `The commitment of **${who}** is past its date. Is it done?`,
      left: ({ who }: Committed) =>
        `**${who}** is no longer here, and the commitment is still open. Agree on a new one with the people it concerns:`,
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
    done: { title: '✓ Commitment done', body: 'Noted, and the people following it now know.' },
    extended: (day: string) => ({
      title: 'New day noted',
      body: `The commitment now runs until ${day}. The people following it know.`,
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
      meaning: 'The person who committed and those following it will read the reason.',
      label: 'Why is more time needed?',
      placeholder: '',
      required: 'Give a reason.',
      submit: 'Save the new day',
    },
  },
};
