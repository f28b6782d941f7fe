/** The practice of the day: who joined has joined, a tick is kept, and nobody gets the practice of a day twice. */
import { textIn } from '../../../src/features/practice/text/catalogue.js';
import { namedDay } from '../../../src/platform/text/dates.js';
import { entriesOf, type History, personIn, readByPeople } from '../history.js';
import { tooOften } from './excuses.js';
import type { Facts } from './facts.js';
import { leftLying } from './outbox.js';
import { type Check, doubled, groupBy, lost, type Violation } from './violation.js';

const LANGUAGES = ['es', 'en'] as const;
const HOLE = '§';
const JOINED = LANGUAGES.map((language) => textIn(language).practice.joined(HOLE).split(HOLE)[0] ?? '');
const SUMMARIES = LANGUAGES.map((language) => textIn(language).practice.summary(''));
const TICK = '✓';
const headingsOf = (day: string) =>
  LANGUAGES.map((language) => textIn(language).practice.heading(namedDay(day, day, language)));

export const checkPractices: Check = (history, facts) => [
  ...forgotten(history, facts),
  ...unticked(history, facts),
  ...unsent(history, facts),
  ...leftLying(history, { caseId: 'the practice of the day', outbox: facts.practice.outbox }, facts.now),
  ...repeated(history),
];

const hasSaid = (history: History, person: string, verb: string): boolean =>
  entriesOf(history, 'said').some((said) => said.person === person && said.verb === verb);

function forgotten(history: History, { practice: { members } }: Facts): Violation[] {
  const told = readByPeople(history)
    .filter(({ shown: { text } }) => JOINED.some((words) => text.startsWith(words)))
    .map(({ person }) => person);
  return [...new Set(told)]
    .filter((person) => !hasSaid(history, person, 'practice.leave'))
    .filter((person) => !members.some((one) => one.personId === person && one.state !== 'off'))
    .map((person) => lost(`${person} was told to get the practice of the day, and is no member`));
}

/** Who saw their tick has it, unless they took it away. */
function unticked(history: History, { practice: { ticks } }: Facts): Violation[] {
  const read = readByPeople(history);
  const clicked = entriesOf(history, 'said').filter(({ verb }) => verb === 'practice.done');
  const shown = clicked.filter(({ person, draft, at }) => {
    const headings = headingsOf(draft);
    return read.some(
      (one) =>
        one.person === person &&
        one.at >= at &&
        one.shown.text.includes(TICK) &&
        headings.some((heading) => one.shown.text.includes(heading)),
    );
  });
  const missing = shown
    .filter(({ person }) => !hasSaid(history, person, 'practice.undo'))
    .filter(({ person, draft }) => !ticks.some((tick) => tick.personId === person && tick.day === draft))
    .map(({ person, draft }) => `the tick of ${person} for ${draft} was shown, and is not kept`);
  return [...new Set(missing)].map(lost);
}

/** What was chosen for somebody is on its way, unless the queue was emptied before. */
function unsent(history: History, { practice: { members, outbox } }: Facts): Violation[] {
  if (entriesOf(history, 'purged').length > 0) return [];
  return members.flatMap(({ personId, days }) =>
    days
      .filter((day) => !outbox.some((row) => row.target === personId && row.day === day))
      .map((day) => lost(`the practice of ${day} was chosen for ${personId}, and is not on its way`)),
  );
}

function repeated(history: History): Violation[] {
  const sends = entriesOf(history, 'sent').filter(
    ({ method, shown }) => method === 'post' && SUMMARIES.some((words) => shown?.summary.startsWith(words)),
  );
  const groups = groupBy(sends, ({ conversation, shown }) => `${conversation} ${shown?.summary}`);
  return [...groups.values()].flatMap((group) => {
    const excess = tooOften(history, group, 1, false);
    const [first] = group;
    return excess && first
      ? [doubled(`the practice of the day ${excess} (${personIn(first.conversation)})`)]
      : [];
  });
}
