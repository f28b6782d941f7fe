/** What has to happen when something has happened to a case: who is shown what, and what is set going. */
import type { Effect } from '../../../platform/delivery/outbox.js';
import { type Case, evolve } from './case.js';
import { graveOf } from './commands.js';
import type { CaseEvent, EventBody } from './event.js';
import { SYSTEM } from './permissions.js';

export const EFFECTS = {
  /** Keeps a person's card of the case up to date. */
  card: 'case.card',
  /** Tells a person in a line that something happened. */
  news: 'case.news',
  /** Keeps the lists up to date. */
  index: 'case.index',
  /** Sets the reminder and the deadline going. */
  deadline: 'case.deadline',
  /** Says that nobody of the humanization team can attend to it: to an administrator, or for nobody, in the log. */
  unattended: 'case.unattended',
} as const;

/** With a card and a line for each, all fit into one transaction of a hundred rows. */
export const MOST_OF_TEAM = 40;

type Kind = EventBody['type'];
/** What the reporter is told in a line, beside the card that is updated in silence. */
const NEWS_TO_REPORTER: ReadonlySet<Kind> = new Set<Kind>([
  'accepted',
  'rejected',
  'asked',
  'reclassified',
  'escalated',
  'reassigned',
  'climbed',
  'closed',
  'identified',
]);
/** What whoever has the case is told in a line. */
const NEWS_TO_ASSIGNEE: ReadonlySet<Kind> = new Set<Kind>([
  'replied',
  'added',
  'attached',
  'withdrawn',
  'reopened',
  'reminded',
  'lapsed',
]);

/**
 * What gives a case to somebody. They are told by a new card; in a line where they have one already, which would
 * only change in its place, far up in their chat.
 */
export const HANDED_OVER: ReadonlySet<Kind> = new Set<Kind>([
  'escalated',
  'reassigned',
  'climbed',
  'contested',
]);

/** Who and what there is around an event. */
export interface Surroundings {
  /** The ids of the humanization team, where it is concerned. */
  team: readonly string[];
  /** The ids of the administrators, where nobody of the team can attend to the case. */
  admins: readonly string[];
  /** Whether the team has ever had cards of the case. */
  wasWatched: boolean;
}

/**
 * The effects of an event. A leader to whom the case comes is told by a new card; one who loses it sees in the
 * old one that it went on.
 */
export function effectsOf(
  before: Case | undefined,
  event: CaseEvent,
  after: Case,
  { team, admins, wasWatched }: Surroundings,
): Effect[] {
  const urgent = graveOf(after) === 'high';
  const to = (kind: string) => (target: string) => ({ kind, target, urgent });
  const { type } = event.body;
  const members = ableIn(team, after).slice(0, MOST_OF_TEAM);
  const beginsStep = after.dueAt !== undefined && after.step !== before?.step;
  const assignees = after.assignee.kind === 'person' ? [after.assignee.id] : members;
  const hasCard = (id: string) => before?.formerIds.includes(id) || (wasWatched && members.includes(id));
  const readers = [
    after.reporterId,
    ...assignees,
    ...(urgent || (before && isWatched(before)) ? members : []),
    ...(before?.assignee.kind === 'person' ? [before.assignee.id] : []),
  ];
  const told = [
    ...(NEWS_TO_REPORTER.has(type) ? [after.reporterId] : []),
    ...(NEWS_TO_ASSIGNEE.has(type) ? assignees : []),
    ...(HANDED_OVER.has(type) ? assignees.filter(hasCard) : []),
    ...(type === 'undelivered' ? members : []),
  ].filter((id) => id !== event.actorId || event.actorId === SYSTEM.id);
  return unique([
    to(EFFECTS.index)(''),
    ...(beginsStep ? [to(EFFECTS.deadline)('')] : []),
    ...(beginsStep && isUnattended(after, team)
      ? ['', ...notInvolved(admins, after)].map(to(EFFECTS.unattended))
      : []),
    ...readers.map(to(EFFECTS.card)),
    ...told.map(to(EFFECTS.news)),
  ]);
}

/** Whether the humanization team has to know of the case, and nobody of it may. */
export function isUnattended(subject: Case, team: readonly string[]): boolean {
  return isWatched(subject) && ableIn(team, subject).length === 0;
}

/** The administrators who may know that there is such a case at all. */
function notInvolved(admins: readonly string[], { excludedIds }: Case): string[] {
  return admins.filter((id) => !excludedIds.includes(id)).slice(0, MOST_OF_TEAM);
}

/** Those of the team who have no part in the case. */
function ableIn(team: readonly string[], { reporterId, excludedIds }: Case): string[] {
  return team.filter((id) => id !== reporterId && !excludedIds.includes(id));
}

/** Whether the humanization team is shown the case as it is. */
export function isWatched(subject: Case): boolean {
  return graveOf(subject) === 'high' || subject.assignee.kind === 'humanization';
}

/** Whether it was shown the case at any time of its history. */
export function wasWatched(history: readonly CaseEvent[]): boolean {
  let subject: Case | undefined;
  return history.some((event) => {
    subject = evolve(subject, event);
    return isWatched(subject);
  });
}

function unique(effects: readonly Effect[]): Effect[] {
  return [...new Map(effects.map((effect) => [`${effect.kind}|${effect.target}`, effect])).values()];
}
