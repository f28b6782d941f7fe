import { figure } from './grammar.js';

/** The lists of cases, the export, and who opened what. */
export const caseLists = {
  list: {
    'cases.mine': {
      title: 'My cases',
      empty: 'You have not reported any case yet. Once you do, you follow it from here.',
    },
    'cases.inbox': { title: 'Inbox: what waits for you', empty: 'You have no cases to handle. Well done.' },
    'cases.team': { title: 'Team: open cases in your line', empty: 'Nobody in your line has open cases.' },
    'cases.all': { title: 'Cases of the month', empty: 'No cases were reported in this month.' },
  },
  export: {
    title: 'Export of cases',
    tab: 'Cases',
    file: { xlsx: 'Excel (XLSX)', csv: 'Text (CSV)' },
    months: (from: string, until: string) => (from === until ? from : `${from} to ${until}`),
    problem: 'Write the months like this: 2026-11, the first before the last, and 12 at most.',
    columns: [
      'Case',
      'Impact',
      'Proposed impact',
      'Who set the impact',
      'Impact set',
      'State',
      'Area (blank where fewer than 5 people work)',
      'Reported',
      'Accepted',
      'Closed',
      'Due',
      'Handled by',
      'Times it went up without an answer',
      'Topic',
      'Source',
      'Efforts',
      'Touches of the policy',
      'Service',
      'Site',
      'Stage of the service',
      'Health claim',
      'Health claim due',
      'What was done',
      'Commitments',
      'Commitments kept',
      'Commitments still open',
    ],
    narrative: 'Account',
    cut: (most: number) =>
      `Only the first ${figure.format(most)} cases: there are more. Export in parts: fewer months, one level or one state.`,
  },
  /** For an administrator. */
  accesses: {
    recent: 'Accesses in the last 7 days',
    ofCase: (number: string) => `Accesses to case ${number}`,
    people: 'Who opened cases',
    opened: 'Who opened it',
    exports: 'Exports',
    exportsWithCase: 'Exports that may have held it',
    nobody: 'Nothing is on record.',
    noExports: 'None is on record.',
    did: {
      card: 'opened the case',
      file: 'opened a file',
      identity: 'learned who reported',
      row: 'read what came through another channel',
      export: 'exported it',
      review: 'reviewed these accesses',
      other: 'did something that this version of the bot does not know',
    },
    counted: {
      card: (count: number) => (count === 1 ? 'a case opened once' : `cases opened ${count} times`),
      file: (count: number) => (count === 1 ? '1 file' : `${count} files`),
      identity: (count: number) =>
        count === 1 ? '1 identity in confidence' : `${count} identities in confidence`,
      row: (count: number) => (count === 1 ? '1 row of another channel' : `${count} rows of other channels`),
      export: (count: number) => (count === 1 ? '1 export' : `${count} exports`),
      review: (count: number) => (count === 1 ? '1 review of accesses' : `${count} reviews of accesses`),
      other: (count: number) =>
        count === 1 ? '1 access of another kind' : `${count} accesses of another kind`,
    },
    level: (level: string) => `impact ${level}`,
    narratives: 'with the narratives',
    noSuchNumber: 'I found no case with that number whose accesses you may review.',
  },
  ofTeam: {
    mineInstead: 'The list of all cases is for the humanisation team. These are the ones you reported.',
    inboxInstead: 'The list of all cases is for the humanisation team. These are the ones you attend to.',
    export:
      'Exporting cases is for the humanisation team. With “my data” you can download those that you reported.',
    accesses:
      'Whoever runs the bot reviews the accesses. If you worry about who saw a case of yours, write “talk to a person”.',
  },
  noSuchNumber:
    'I did not find that case among those that you may see. The ones you reported are in “my cases”, and the ones you handle, in “inbox”.',
  nothingLikeThat: 'No case fits that filter.',
  reportedOn: (when: string) => `Reported on ${when}`,
};
