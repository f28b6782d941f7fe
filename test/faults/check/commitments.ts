/**
 * Commitments: who committed and their leader are told of each step, and reminded; the lists show them as they are; and
 * nothing is told of what was taken back.
 */
import type { Case } from '../../../src/features/cases/domain/case.js';
import { type Commitment, nextFollowUp } from '../../../src/features/cases/domain/commitment.js';
import type { Person } from '../../../src/platform/people/person.js';
import { conversationOf, type EntryOf, entriesOf, type History } from '../history.js';
import { tooOften } from './excuses.js';
import type { Facts, ListRow, StoredCase, StoredEvent } from './facts.js';
import { commitmentToldBy } from './news.js';
import { isOverdue } from './outbox.js';
import { type Chapter, isUndone, storyOf, teamOf } from './stories.js';
import { type Check, doubled, groupBy, lost, type Violation, wrong } from './violation.js';

/** A follow-up that nobody carried out is made up for within this time. */
const AUDIT_MS = 30 * 60_000;

export const checkCommitments: Check = (history, facts) =>
  facts.cases.flatMap((one) => {
    const story = storyOf(one);
    return [
      ...untold(history, one, story),
      ...linesOf(history, one, story),
      ...takenBack(history, story),
      ...outdated(history, one, story, facts),
      ...overdue(history, story, facts.now),
    ];
  });

/** What a line tells of an event about a commitment; undefined for any other event. */
function stepOf({ body }: StoredEvent): string | undefined {
  switch (body.type) {
    case 'committed':
      return 'committed';
    case 'closed':
      return body.agreed && 'committed';
    case 'commitment-reminded':
      return body.reminder;
    case 'commitment-lapsed':
      return body.hasLeft ? 'left' : 'lapsed';
    case 'commitment-done':
      return 'done';
    case 'commitment-extended':
      return 'extended';
    default:
      return undefined;
  }
}

/** The commitment of such an event. */
export function commitmentIn({ event, after }: Chapter): Commitment | undefined {
  const { body, seq } = event;
  const of = 'of' in body && typeof body.of === 'number' ? body.of : seq;
  return stepOf(event) === undefined ? undefined : after.commitments.find((one) => one.seq === of);
}

/** The nearest superior of who committed who has nothing to do with the case; else who attends to it. */
function leaderOf(
  people: readonly Person[],
  { reporterId, excludedIds, assignee }: Case,
  { personId }: Commitment,
): string | undefined {
  const superiorOf = (one: string | undefined) => people.find(({ id }) => id === one)?.superiorId;
  const hidden = [reporterId, personId, ...excludedIds];
  let above = superiorOf(personId);
  while (above !== undefined && hidden.includes(above)) above = superiorOf(above);
  if (above !== undefined) return above;
  return assignee.kind === 'person' && assignee.id !== personId ? assignee.id : undefined;
}

/** Who keeps a commitment: they are told of all that others do about it. */
export function keepersOf(people: readonly Person[], subject: Case, commitment: Commitment): string[] {
  const leader = leaderOf(people, subject, commitment);
  return [commitment.personId, ...(leader ? [leader] : teamOf(people, subject))];
}

/** The notices that each step must have. */
function untold({ people }: History, one: StoredCase, story: readonly Chapter[]): Violation[] {
  return story.flatMap((chapter) => {
    const { event, after } = chapter;
    const commitment = commitmentIn(chapter);
    if (!commitment) return [];
    const has = (kind: string, target: string) =>
      one.outbox.some((row) => row.seq === event.seq && row.kind === kind && row.target === target);
    const told = keepersOf(people, after, commitment).filter((id) => id !== event.actorId);
    const due: [string, string][] = [
      ...told.map((id): [string, string] => ['case.commitment', id]),
      ...(event.body.type === 'commitment-done' ? [] : [['case.followUp', ''] as [string, string]]),
    ];
    return due
      .filter(([kind, target]) => !has(kind, target))
      .map(([kind, target]) =>
        lost(`${after.number}: event ${event.seq} has no ${kind} for ${target || 'itself'}`),
      );
  });
}

/** A notice of a commitment that is marked as sent has arrived, and none arrives twice. */
function linesOf(history: History, one: StoredCase, story: readonly Chapter[]): Violation[] {
  const rows = one.outbox.filter(({ kind }) => kind === 'case.commitment');
  const groups = groupBy(rows, ({ seq, target }) => {
    const chapter = story[seq - 1];
    return [chapter && commitmentIn(chapter)?.seq, chapter && stepOf(chapter.event), target].join(' ');
  });
  return [...groups.values()].flatMap((group) => {
    const [row] = group;
    const chapter = row && story[row.seq - 1];
    const commitment = chapter && commitmentIn(chapter);
    const step = chapter && stepOf(chapter.event);
    if (!row || !commitment || !step) return [];
    const { number } = chapter.after;
    const sends = tellings(history, row.target, commitment.what).filter(
      ({ shown }) => commitmentToldBy(shown?.text ?? '') === step,
    );
    const excess = tooOften(history, sends, group.length, false);
    // A reminder of what is done already is not sent any more, nor to who attended to the case before.
    const last = story.at(-1)?.after;
    const kept = last?.commitments.find(({ seq }) => seq === commitment.seq);
    const isOver = !last || !kept || (kept.state === 'done' && ['week', 'day'].includes(step));
    const isKeeper = last && kept && keepersOf(history.people, last, kept).includes(row.target);
    const sent = group.filter(({ status, seq }) => status === 'sent' && !isUndone(story, seq)).length;
    const isMissing = !isOver && isKeeper && sends.filter(({ arrived }) => arrived).length < sent;
    return [
      ...(excess ? [doubled(`${number}: "${step}" of a commitment ${excess}`)] : []),
      ...(isMissing
        ? [
            lost(
              `${number}: ${row.target} was not told of "${step}" of a commitment, which is marked as sent`,
            ),
          ]
        : []),
    ];
  });
}

/** What people are told of a commitment, which names no case. */
const tellings = (history: History, person: string, what: string): EntryOf<'sent'>[] =>
  entriesOf(history, 'sent').filter(
    ({ method, conversation, shown }) =>
      method === 'post' && conversation === conversationOf(person) && shown?.text.includes(what),
  );

/** A closing that was taken back takes its commitment with it. */
function takenBack(history: History, story: readonly Chapter[]): Violation[] {
  return story.flatMap(({ event: { body, seq }, after }) => {
    if (body.type !== 'closed' || !body.agreed || !isUndone(story, seq)) return [];
    const { what } = body.agreed;
    const told = entriesOf(history, 'sent').some(
      ({ arrived, shown }) =>
        arrived && shown?.text.includes(what) && commitmentToldBy(shown.text) === 'committed',
    );
    return told ? [wrong(`${after.number}: a commitment was told that was taken back`)] : [];
  });
}

/** The lists of who committed and of their leader, and the plan of what comes next. */
function outdated(
  { people }: History,
  one: StoredCase,
  story: readonly Chapter[],
  { lists }: Facts,
): Violation[] {
  const last = story.at(-1)?.after;
  if (!last) return [];
  const rows = lists.filter(({ caseId, of }) => caseId === one.id && of !== undefined);
  const expected = last.commitments.flatMap((commitment) => {
    const { seq, state, personId } = commitment;
    const leader = leaderOf(people, last, commitment);
    const next = nextFollowUp(commitment);
    return [
      `committed:${personId} ${seq} ${state}`,
      ...(leader && state !== 'done' ? [`agreed:${leader} ${seq} ${state}`] : []),
      ...(next ? [`followed ${seq} ${next.at.toISOString()}`] : []),
    ];
  });
  const found = rows.map(describe);
  return String(found.sort()) === String(expected.sort())
    ? []
    : [
        wrong(
          `the lists of the commitments of ${last.number} are not as the case is: ${found} for ${expected}`,
        ),
      ];
}

function describe({ partitionKey, rowKey, of, state }: ListRow): string {
  const at = rowKey.slice(0, rowKey.indexOf('Z') + 1);
  return partitionKey === 'followed' ? `followed ${of} ${at}` : `${partitionKey} ${of} ${state}`;
}

function overdue(history: History, story: readonly Chapter[], now: number): Violation[] {
  const last = story.at(-1)?.after;
  return (last?.commitments ?? []).flatMap((commitment) => {
    const next = nextFollowUp(commitment);
    return next && isOverdue(history, next.at.toISOString(), AUDIT_MS, now)
      ? [lost(`${last?.number}: the ${next.phase} of a commitment of ${next.at.toISOString()} never came`)]
      : [];
  });
}
