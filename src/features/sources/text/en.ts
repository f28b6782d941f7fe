import type { Texts } from './es.js';

const rows = (count: number) => (count === 1 ? '1 row' : `${count} rows`);

const sources = {
  onlyTeam:
    'What arrives from PQRS, mystery shopping and the development platform is reviewed by the humanization team. If you want to tell something, write it here or say “report”.',
  oneByOne: 'Send me the files of other channels one at a time, so that you see what each one brings.',
  tooLarge: 'That file is larger than 8 MB. Split it and send me the parts.',
  reading: (count: number) =>
    `I received ${rows(count)}. I am reading them, and will show you in a moment what they bring. Nothing is kept until you confirm.`,
  gone: 'This file was kept, was discarded or is more than a day old. If you need it, send it again: what is there already is not repeated.',
  column: {
    id: 'id',
    channel: 'source',
    kind: 'type',
    date: 'date',
    text: 'text',
    area: 'area',
    service: 'service',
    site: 'site',
    person: 'person',
    health: 'health claim',
  },
  row: (row: number) => `Row ${row}`,
  problem: {
    'not-csv': () =>
      'the file cannot be read from here on; check for missing quotation marks and too many columns',
    'no-rows': () => 'there is nothing below the headings',
    'too-many-rows': () => 'it has more than 5,000 rows, or 20,000 with the empty ones; split it',
    'missing-column': (column: string) => `the column “${column}” is missing`,
    missing: (column: string) => `${column} is missing`,
    'too-long': (column: string, value: string) =>
      `${column}: has more characters than the ${value} that it may have`,
    'too-short': (column: string, value: string) =>
      `${column}: has fewer characters than the ${value} that it needs`,
    unknown: (column: string, value: string) => `${column}: I do not know “${value}”`,
    'not-a-date': (column: string, value: string) => `${column}: “${value}” is no date dd/mm/yyyy`,
    future: (column: string, value: string) => `${column}: ${value} is still to come`,
    twice: (column: string, value: string) => `${column}: stands in row ${value} too`,
  },
  problems: {
    heading: (count: number) =>
      count === 1 ? 'There is 1 thing to correct' : `There are ${count} things to correct`,
    note: 'I kept nothing. Correct them in the file and send it again.',
    more: (count: number) => `${count} more are not shown.`,
  },
  batch: {
    heading: {
      ready: (count: number) => `The file has ${rows(count)}`,
      keeping: (count: number, done: number) => `Keeping: ${done} of ${count}`,
      kept: () => 'Done, they are to be reviewed',
      discarded: () => 'I did not keep the file',
    },
    note: {
      ready:
        'This is what I propose by their text; in the review you decide. No deadline begins and nobody is told until then.',
      keeping: 'You can go on with something else: it continues even if the bot restarts.',
      kept: 'No deadline has begun. Write “other channels” when you want to review them.',
      discarded: 'Nothing has changed, and the file is not kept.',
    },
    urgent: (count: number) => `${rows(count)} that cannot wait`,
    urgentWhy: 'Somebody may be in danger. They come first, and I tell the team as soon as they are kept.',
    failures: (count: number, level: string) =>
      `${count === 1 ? '1 failure' : `${count} failures`} of ${level} impact`,
    thanks: (count: number) => (count === 1 ? '1 word of thanks' : `${count} words of thanks`),
    known: (count: number) =>
      count === 1
        ? '1 had come before: it stays as it is'
        : `${count} had come before: they stay as they are`,
    strangers: (count: number) =>
      count === 1
        ? '1 row names somebody whom I did not find in the directory'
        : `${count} rows name somebody whom I did not find in the directory`,
    nothingNew: 'Everything in this file had come before.',
    keep: 'Keep to review',
    discard: 'Do not keep',
    review: 'Review now',
  },
  alert: {
    title: (count: number) =>
      count === 1 ? '1 row of another channel cannot wait' : `${count} rows of other channels cannot wait`,
    body: 'Somebody may be in danger. Nobody else has seen it here: the time begins when you make it a case.',
    review: 'Review now',
  },
  triage: {
    heading: (count: number) => (count === 1 ? '1 left to review' : `${count} left to review`),
    emptyTitle: 'There is nothing to review',
    empty:
      'When you have a file of PQRS, mystery shopping or the development platform, send it to me in this chat as CSV.',
    proposal: {
      failure: (level: string, urgent: boolean) =>
        urgent ? `Cannot wait · ${level} impact (proposed)` : `Failure · ${level} impact (proposed)`,
      thanks: () => 'It seems to be thanks (proposed)',
    },
    origin: (channel: string, id: string, day: string) => `${channel} · ${id} · ${day}`,
    why: (words: string) => `Because of these words: ${words}`,
    area: 'Area',
    place: 'Place',
    person: 'Person',
    unknownPerson: (name: string) => `${name} (not in the directory)`,
    health: 'Health claim',
    healthOf: { vital: 'vital', prioritised: 'prioritised', simple: 'simple' },
    receiver: (name: string) => `If it is a failure, it goes to **${name}**, and the time begins then.`,
    toTeam:
      'If it is a failure, it stays in the inbox of the **humanization team**, because I do not know who leads.',
    toProtectors: 'If it is a failure, it goes only to **those who receive protected cases**.',
    thanksTo: (name: string) => `If it is thanks, **${name}** gets it on behalf of a user.`,
    thanksOpen: 'If it is thanks, you say who gets it.',
    thanked: (id: string, who: string, time: string) =>
      `${id}: after ${time} it goes to ${who}, on behalf of a user. Until then you can undo it.`,
    oneself: 'These thanks are for you, so somebody else of the team decides on them.',
    sent: (id: string, time: string) => `${id}: after ${time} it becomes a case. Until then you can undo it.`,
    dismissed: (id: string, reason: string) => `${id}: does not apply (${reason}).`,
    put: (id: string) => `${id} is left for later.`,
    undone: (id: string) => `${id} is to be reviewed again.`,
    noLeader: 'That person leads nobody, or the row is about them. Choose someone else.',
    gone: 'That row has been decided on, or the time to undo has passed.',
    several: (count: number, time: string) =>
      count === 1 ? `After ${time}, one becomes a case.` : `After ${time}, ${count} become cases.`,
    reasons: {
      duplicate: 'It is reported already',
      resolved: 'It was resolved in its channel',
      'not-ours': 'It is not about treatment or service',
      unclear: 'It is not clear what happened',
    },
    choice: (words: string, receiver: string) => `${words} → ${receiver}`,
    team: 'humanization team',
    severalHeading: (count: number) => `${count} of low impact`,
    nothingSeveral: 'There are not several of low impact to decide on together.',
  },
  thanks: { title: 'Send the thanks' },
  digest: {
    title: (count: number) =>
      count === 1
        ? 'You have 1 new case from other channels'
        : `You have ${count} new cases from other channels`,
    note: 'The humanization team reviewed them and gave them to you. Each has its own time; they are in your inbox, too.',
    more: (count: number) => (count === 1 ? 'And 1 more in your inbox.' : `And ${count} more in your inbox.`),
  },
};

const cards = {
  'source-lines': {},
  'source-row': {
    report: 'It is a failure',
    thanks: 'It is thanks',
    dismiss: 'Does not apply',
    dismissNow: 'Mark that it does not apply',
    reason: 'Why does it not apply?',
    later: 'Later',
    more: 'More',
    leader: 'Somebody else attends to it',
    leaderProposed: 'As proposed',
    reportTo: 'It is a failure, for this person',
    bulk: 'Decide on several of low impact',
    undo: 'Undo',
    whole: 'See the whole text',
  },
  'source-thanks': {
    whole: 'What came',
    likely: 'Who gets it? You can mark several people.',
    person: 'Who gets it?',
    otherPerson: 'Somebody else',
    personPlaceholder: 'Search by name',
    message: 'What will they read?',
    messagePlaceholder: 'What they did and what it changed for somebody. 20 to 500 characters.',
    messageRequired: 'What they will read is missing.',
    noPatients: 'Take out names of patients or users, and anything about their health.',
    attribute: 'What was noticed? (attribute of the policy)',
    attributePlaceholder: 'Choose an attribute',
    attributeRequired: 'Choose what was noticed.',
    behaviours: 'See what each means',
    publicLabel: 'Publish it',
    public: 'May be published in a channel, if who gets it wants that',
    send: 'Send as a recognition',
  },
  'source-several': {
    how: 'Clear the mark of those that you want to see one by one. The marked ones become cases, each for whom it says.',
    rows: 'Rows',
    send: 'The marked ones are failures',
    back: 'Back to one by one',
  },
  'source-digest': { open: 'Open', inbox: 'See my inbox' },
};

/** What the help says; the quotation marks are around the words to write. */
const help: Texts['help'] = {
  sources: {
    words: '“other channels”',
    meaning: 'what arrived from PQRS, mystery shopping and the development platform, to review',
  },
};

export const en: Texts = { help, sources, cards };
