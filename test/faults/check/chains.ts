/** Every case is a gapless chain of events, which its snapshot and the lists equal, and no command happened twice. */
import type { Case } from '../../../src/features/cases/domain/case.js';
import { entriesOf, type History } from '../history.js';
import type { Facts, StoredCase, StoredEvent } from './facts.js';
import { isHigh, numberOf, storyOf } from './stories.js';
import { type Check, doubled, groupBy, type Violation, wrong } from './violation.js';

export const checkChains: Check = (history, facts) =>
  facts.cases.flatMap((one) => [
    ...gapsIn(one),
    ...strayEffects(one),
    ...repeatedCommands(history, one),
    ...outdatedLists(one, facts),
  ]);

function gapsIn(one: StoredCase): Violation[] {
  const story = storyOf(one);
  const last = story.at(-1)?.after;
  const isGapless = one.events.every(({ seq }, at) => seq === at + 1) && story.length === one.events.length;
  if (!isGapless || !last || !one.snapshot) return [wrong(`the events of ${one.id} are not a whole chain`)];
  const expected = {
    number: last.number,
    state: last.state,
    revision: last.revision,
    level: last.level,
    reporterId: last.reporterId,
    assigneeId: last.assignee.kind === 'person' ? last.assignee.id : '',
    dueAt: last.dueAt ?? '',
  };
  return Object.entries(expected)
    .filter(([column, value]) => one.snapshot?.[column] !== value)
    .map(([column]) => wrong(`the snapshot of ${last.number} has another ${column} than its events`));
}

/** Effects are written with their event. */
function strayEffects({ id, events, outbox }: StoredCase): Violation[] {
  const stray = outbox.filter(({ seq }) => !events.some((event) => event.seq === seq));
  return stray.map(({ seq }) => wrong(`${id} has effects of an event ${seq} that is not there`));
}

function repeatedCommands(history: History, one: StoredCase): Violation[] {
  const intents = new Map(entriesOf(history, 'said').map(({ activity, intent }) => [activity, intent]));
  const given = groupBy(one.events, ({ actorId, commandId }) =>
    [actorId, intents.get(commandId) ?? commandId].join(' '),
  );
  return [...given.values()]
    .filter((events) => events.slice(1).some((again, at) => !isNewStep(one, events[at], again)))
    .map(([first]) => doubled(`${numberOf(one)}: one command was carried out twice: ${first?.body.type}`));
}

/** Steps of a commitment can be gone back and forth: one that somebody undid in between is taken anew by the next click. */
function isNewStep({ events }: StoredCase, before: StoredEvent | undefined, again: StoredEvent): boolean {
  const commitment = ofCommitment(again);
  const between = events.filter(({ seq }) => before && seq > before.seq && seq < again.seq);
  return (
    commitment !== undefined &&
    before?.commandId !== again.commandId &&
    between.some((event) => ofCommitment(event) === commitment && event.body.type !== again.body.type)
  );
}

const ofCommitment = ({ body }: StoredEvent) =>
  body.type.startsWith('commitment-') && 'of' in body ? body.of : undefined;

/**
 * The list of one's own reports, and the inboxes: an open case stands in that of its holder, a grave one in that of the
 * team too, which accompanies it, and in no other.
 */
function outdatedLists(one: StoredCase, { lists }: Facts): Violation[] {
  const last = storyOf(one).at(-1)?.after;
  // Whether it waits for too long is looked at with all that waits.
  const isUnderWay = one.outbox.some(({ kind, status }) => kind === 'case.index' && status === 'pending');
  if (!last || isUnderWay) return [];
  const rows = lists.filter(({ caseId }) => caseId === one.id);
  const mine = rows.filter(({ partitionKey }) => partitionKey === `mine:${last.reporterId}`);
  const inboxes = rows.filter(({ partitionKey }) => partitionKey.startsWith('inbox:'));
  const expected = last.dueAt === undefined ? [] : inboxesOf(last);
  const isRight =
    mine.length === 1 &&
    mine[0]?.state === last.state &&
    String(inboxes.map(({ partitionKey }) => partitionKey).sort()) === String(expected.sort());
  return isRight ? [] : [wrong(`the lists of ${last.number} are not as the case is`)];
}

function inboxesOf(subject: Case): string[] {
  const { assignee, protectedBy } = subject;
  if (assignee.kind !== 'person') return [`inbox:${protectedBy ?? 'humanization'}`];
  const isAccompanied = isHigh(subject) && protectedBy === undefined;
  return [`inbox:${assignee.id}`, ...(isAccompanied ? ['inbox:humanization'] : [])];
}
