import { figure } from '../../../platform/text/en/grammar.js';
import type { Texts } from './es.js';

const operations = {
  onlyFor:
    'Only administrators can see how the bot is doing. To see how your report is going, write “my cases”.',
  title: 'How the bot is doing',
  verdict: (count: number) =>
    count === 0
      ? 'There is nothing to look at.'
      : count === 1
        ? 'There is 1 thing to look at. docs/operations.md says what to do.'
        : `There are ${count} things to look at. docs/operations.md says what to do about each.`,
  toLookAt: (label: string) => `To look at: ${label}`,
  label: {
    version: 'Version',
    instances: 'Instances alive',
    queue: 'Work queue',
    setAside: 'Work set aside',
    audit: 'Audit of deliveries',
    parked: 'Notices that did not arrive, last 7 days',
    backup: 'Last copy of the tables',
    people: 'Directory',
  },
  todo: {
    version: '',
    instances: '',
    queue: '',
    setAside: 'Search the logs for “work set aside” and “work failed”: they say why.',
    audit:
      'Search the logs for “the audit found what was lost”. If there is nothing, the audit is not running.',
    parked: 'The humanisation team knows. Check if these people still have the bot in Teams.',
    backup: 'Search the logs for “a copy of the tables was lost”. “npm run backup” makes one at once.',
    people: 'Load a new file with “npm run import-people”.',
  },
  never: 'not recorded yet',
  instances: (count: number) => (count === 1 ? '1 instance' : `${count} instances`),
  queued: (count: number) =>
    count === 1
      ? '1 message, including scheduled ones'
      : `${figure.format(count)} messages, including scheduled ones`,
  setAside: (count: number) => (count === 1 ? '1 message' : `${figure.format(count)} messages`),
  lost: (count: number) =>
    count === 0
      ? 'nothing lost'
      : count === 1
        ? '1 thing lost and being redone'
        : `${figure.format(count)} things lost and being redone`,
  parked: (count: number) =>
    count === 0 ? 'none' : count === 1 ? '1 notice' : `${figure.format(count)} notices`,
  copied: (count: number) => (count === 1 ? '1 row' : `${figure.format(count)} rows`),
  noCopy: 'none yet; one is made every night at 3:45',
  people: (count: number) => (count === 1 ? '1 person loaded' : `${figure.format(count)} people loaded`),
  live: 'up to date, from Microsoft Graph',
};

/** What the help says; the quotation marks are around the words to write. */
const help: Texts['help'] = {
  status: { words: '“status”', meaning: 'how the bot is doing, and what needs attention' },
};

export const en: Texts = { help, operations };
