/** The life of a case as its stored events tell it. */
import { type Case, evolve } from '../../../src/features/cases/domain/case.js';
import type { Person } from '../../../src/platform/people/person.js';
import { type EntryOf, entriesOf, type History } from '../history.js';
import type { StoredCase, StoredEvent } from './facts.js';

/** An event with the case after it; undefined when the events before it do not make a case. */
export interface Chapter {
  event: StoredEvent;
  after: Case;
}

export function storyOf({ events }: StoredCase): Chapter[] {
  const story: Chapter[] = [];
  for (const event of events) {
    const before = story.at(-1)?.after;
    if ((event.body.type === 'reported') === (before !== undefined)) break;
    story.push({ event, after: evolve(before, event) });
  }
  return story;
}

/** Tells whether the event `seq` was taken back, which only the next one can do. */
export const isUndone = (story: readonly Chapter[], seq: number): boolean =>
  story[seq]?.event.body.type === 'undone';

export const numberOf = ({ events }: StoredCase): string =>
  events[0]?.body.type === 'reported' ? events[0].body.number : '';

/** When an event truly happened; its own time is by the clock of an instance. */
export function momentOf(history: History): (event: StoredEvent) => number {
  const said = new Map<string, EntryOf<'said'>>();
  for (const entry of entriesOf(history, 'said')) {
    if (!said.has(entry.activity)) said.set(entry.activity, entry);
  }
  return ({ commandId, at }) => said.get(commandId)?.at ?? Date.parse(at) - history.clocksApartMs;
}

export const teamIn = (people: readonly Person[]): string[] =>
  people.filter(({ roles }) => roles.includes('humanization')).map(({ id }) => id);

/** The ids of the team members who may see a case. */
export function teamOf(people: readonly Person[], { excludedIds, reporterId }: Case): string[] {
  return teamIn(people).filter((id) => id !== reporterId && !excludedIds.includes(id));
}

/** The people who have to act. */
export function holdersOf(people: readonly Person[], subject: Case): string[] {
  return subject.assignee.kind === 'person' ? [subject.assignee.id] : teamOf(people, subject);
}

/** Tells whether a case was ever of high impact, or too urgent to wait for somebody who confirms that. */
export const wasEverHigh = (story: readonly Chapter[]): boolean => story.some(({ after }) => isHigh(after));

export function isHigh({ level, unconfirmed, report, protectedBy }: Case): boolean {
  return protectedBy !== undefined || level === 'high' || (unconfirmed && report.urgent === true);
}
