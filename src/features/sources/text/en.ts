import type { Texts } from './es.js';

const rows = (count: number) => (count === 1 ? '1 row' : `${count} rows`);

const sources = {
  onlyTeam:
    'The humanisation team reviews what comes from PQRS, mystery shopping and the development platform. If you have something to tell, write it here or say “report”.',
  oneByOne: 'Send me the files of other channels one at a time, so that you see what each one brings.',
  tooLarge: 'That file is larger than 8 MB. Split it and send me the parts.',
  reading: (count: number) =>
    `I received ${rows(count)}. I am reading them and will show you the result in a moment. I keep nothing until you confirm.`,
  gone: 'This file was already kept or discarded, or is more than a day old. If you need it, send it again: rows I already have are not repeated.',
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
      'I cannot read the file from here on; check for a missing quotation mark or too many columns',
    'no-rows': () => 'there is nothing below the headings',
    'too-many-rows': () => 'it has more than 5,000 rows, or 20,000 with the empty ones; split it',
    'missing-column': (column: string) => `the column “${column}” is missing`,
    missing: (column: string) => `${column} is missing`,
    'too-long': (column: string, value: string) => `${column}: too long; the limit is ${value}`,
    'too-short': (column: string, value: string) => `${column}: too short; the minimum is ${value}`,
    unknown: (column: string, value: string) => `${column}: I do not know “${value}”`,
    'not-a-date': (column: string, value: string) => `${column}: “${value}” is not a date like dd/mm/yyyy`,
    future: (column: string, value: string) => `${column}: ${value} is in the future`,
    twice: (column: string, value: string) => `${column}: also appears in row ${value}`,
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
      kept: () => 'Done: ready to review',
      discarded: () => 'I did not keep the file',
    },
    note: {
      ready:
        'I propose this from the text; you decide in the review. Until then no deadline starts and I tell nobody.',
      keeping: 'You can do something else meanwhile: this continues even if I restart.',
      kept: 'No deadline has started. Write “other channels” when you want to review them.',
      discarded: 'Nothing has changed, and the file is not kept.',
    },
    urgent: (count: number) => `${rows(count)} that cannot wait`,
    urgentWhy: 'Someone may be in danger. These come first, and I tell the team as soon as they are saved.',
    failures: (count: number, level: string) =>
      `${count === 1 ? '1 failure' : `${count} failures`} of ${level} impact`,
    thanks: (count: number) => (count === 1 ? '1 word of thanks' : `${count} words of thanks`),
    known: (count: number) =>
      count === 1 ? '1 came before and stays as it is' : `${count} came before and stay as they are`,
    strangers: (count: number) =>
      count === 1
        ? '1 row names a person I could not find in the directory'
        : `${count} rows name a person I could not find in the directory`,
    nothingNew: 'I already had everything in this file.',
    keep: 'Keep to review',
    discard: 'Do not keep',
    review: 'Review now',
  },
  alert: {
    title: (count: number) =>
      count === 1 ? '1 row of another channel cannot wait' : `${count} rows of other channels cannot wait`,
    body: 'Someone may be in danger. Nobody else here has seen it: the clock starts when you make it a case.',
    review: 'Review now',
  },
  today: {
    rows: (count: number) => `${rows(count)} of other channels to review`,
    due: 'Decided one by one',
    words: 'to review',
  },
  triage: {
    heading: (count: number) => (count === 1 ? '1 left to review' : `${count} left to review`),
    emptyTitle: 'There is nothing to review',
    empty:
      'When you have a file of PQRS, mystery shopping or the development platform, send it to me in this chat as CSV.',
    proposal: {
      failure: (level: string, urgent: boolean) =>
        urgent ? `Cannot wait · ${level} impact (proposed)` : `Failure · ${level} impact (proposed)`,
      thanks: () => 'Looks like thanks (proposed)',
    },
    origin: (channel: string, id: string, day: string) => `${channel} · ${id} · ${day}`,
    why: (words: string) => `Because of these words: ${words}`,
    area: 'Area',
    place: 'Place',
    person: 'Person',
    unknownPerson: (name: string) => `${name} (not in the directory)`,
    health: 'Health claim',
    healthOf: { vital: 'vital', prioritised: 'prioritised', simple: 'simple' },
    receiver: (name: string) => `If it is a failure, it goes to **${name}**, and the clock starts then.`,
    toTeam:
      'If it is a failure, it stays in the **humanisation team**’s inbox, because I do not know who is in charge.',
    toProtectors: 'If it is a failure, it goes only to **those who receive protected cases**.',
    thanksTo: (name: string) => `If it is thanks, **${name}** gets it on behalf of a user.`,
    thanksOpen: 'If it is thanks, you choose who gets it.',
    thanked: (id: string, who: string, time: string) =>
      `${id}: after ${time} it goes to ${who}, on behalf of a user. Until then you can undo it.`,
    oneself: 'These thanks are for you, so another team member decides.',
    sent: (id: string, time: string) => `${id}: after ${time} it becomes a case. Until then you can undo it.`,
    dismissed: (id: string, reason: string) => `${id}: does not apply (${reason}).`,
    put: (id: string) => `${id} is set aside for later.`,
    undone: (id: string) => `${id} is back in the review.`,
    noLeader: 'That person has no team, or the row is about them. Choose someone else.',
    gone: 'That row is already decided, or the time to undo has passed.',
    several: (count: number, time: string) =>
      count === 1 ? `After ${time}, one becomes a case.` : `After ${time}, ${count} become cases.`,
    reasons: {
      duplicate: 'It is already reported',
      resolved: 'It was resolved in its channel',
      'not-ours': 'It is not about treatment or service',
      unclear: 'It is not clear what happened',
    },
    choice: (words: string, receiver: string) => `${words} → ${receiver}`,
    team: 'humanisation team',
    severalHeading: (count: number) => `${count} of low impact`,
    nothingSeveral: 'There are no low-impact rows to decide together.',
  },
  thanks: { title: 'Send the thanks' },
  digest: {
    title: (count: number) =>
      count === 1
        ? 'You have 1 new case from other channels'
        : `You have ${count} new cases from other channels`,
    note: 'The humanisation team reviewed them and gave them to you. Each has its own deadline. You will also find them in your inbox.',
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
    leader: 'Give it to someone else',
    leaderProposed: 'As proposed',
    reportTo: 'It is a failure, for this person',
    bulk: 'Decide several of low impact',
    undo: 'Undo',
    whole: 'See the whole text',
  },
  'source-thanks': {
    whole: 'What they wrote',
    likely: 'Who gets it? You can mark several people.',
    person: 'Who gets it?',
    otherPerson: 'Someone else',
    personPlaceholder: 'Search by name',
    message: 'What will they read?',
    messagePlaceholder: 'What they did, and what it changed for someone. 20 to 500 characters.',
    messageRequired: 'Write what they will read.',
    noPatients: 'Take out names of patients or users, and anything about their health.',
    attribute: 'What was noticed? (attribute of the policy)',
    attributePlaceholder: 'Choose an attribute',
    attributeRequired: 'Choose what was noticed.',
    behaviours: 'See what each means',
    publicLabel: 'Post it',
    public: 'May be posted in a channel, if the person agrees',
    send: 'Send as a recognition',
  },
  'source-several': {
    how: 'Untick the ones you want to see one by one. The ticked ones become cases, each for the person shown.',
    rows: 'Rows',
    send: 'The ticked ones are failures',
    back: 'Back to one by one',
  },
  'source-digest': { open: 'Open', inbox: 'See my inbox' },
};

/** What the help says; the quotation marks are around the words to write. */
const help: Texts['help'] = {
  sources: {
    words: '“other channels”',
    meaning: 'review what came from PQRS, mystery shopping and the development platform',
  },
};

export const en: Texts = { help, sources, cards };
