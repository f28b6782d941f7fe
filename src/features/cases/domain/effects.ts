/** The effects of an event on a case: cards, news, lists, deadlines. */
import type { Effect } from '../../../platform/delivery/outbox.js';
import { type Case, evolve, isHighAsked } from './case.js';
import { graveOf } from './commands.js';
import { KEPT_FROM_REPORTER, toldOfCommitment } from './commitment-effects.js';
import type { CaseEvent, EventBody } from './event.js';
import { SYSTEM } from './permissions.js';
import { isToldLater, UNDO_MS } from './undo.js';

export const EFFECTS = {
  /** Keeps a person's card of the case up to date. */
  card: 'case.card',
  /** Tells a person in one line that something happened. */
  news: 'case.news',
  /** Keeps the lists up to date. */
  index: 'case.index',
  /** Queues the reminder and the deadline. */
  deadline: 'case.deadline',
  /** Tells a person of a commitment; it shows them nothing of the case. */
  commitment: 'case.commitment',
  /** Queues what comes next for a commitment. */
  followUp: 'case.followUp',
  /** Queues the question to the reporter, some days after a closing. */
  voice: 'case.voice',
  /** Tells an administrator (without a target: the log) that nobody in the team can attend to the case. */
  unattended: 'case.unattended',
  /** Sends a mail to those who are to act, if none of them has opened the case. */
  mail: 'case.mail',
} as const;

/** With a card and a line for each, all rows fit into one transaction (100 rows). */
export const MOST_OF_TEAM = 40;

type Kind = EventBody['type'];
/** Events that the reporter is told in a line, because an updated card sends no notification. */
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
/** Events that the assignee is told in a line. */
const NEWS_TO_ASSIGNEE: ReadonlySet<Kind> = new Set<Kind>([
  'replied',
  'added',
  'attached',
  'withdrawn',
  'reopened',
  'reminded',
  'lapsed',
  'health',
  'health-reminded',
]);

/**
 * Events that hand the case over. A new card tells the assignee. If they already have a card, it only changes
 * in place, far up in their chat, so they get a line too.
 */
export const HANDED_OVER: ReadonlySet<Kind> = new Set<Kind>([
  'escalated',
  'reassigned',
  'climbed',
  'contested',
]);

/** What the effects depend on besides the case. */
export interface Surroundings {
  /** The ids of those who watch over the case, if they are concerned. */
  team: readonly string[];
  /** The ids of the administrators, if nobody in the team can attend to the case. */
  admins: readonly string[];
  /** The leader of who committed, if the event is about a commitment and they have one. */
  leaderId?: string | undefined;
  /** True when the team has ever had cards of the case. */
  wasWatched: boolean;
  /** True when a grave case that nobody opens is told by mail. */
  mails: boolean;
}

/**
 * Lists the effects of an event. A new assignee gets a new card. The card of the former assignee changes to
 * say that the case moved on.
 */
export function effectsOf(
  before: Case | undefined,
  event: CaseEvent,
  after: Case,
  { team, admins, wasWatched, leaderId, mails }: Surroundings,
): Effect[] {
  const { type } = event.body;
  const urgent = graveOf(after) === 'high';
  const waits = waitingIn(before, event, after);
  const notBefore = new Date(Date.parse(event.at) + UNDO_MS).toISOString();
  const to = (kind: string) => (target: string) => ({
    kind,
    target,
    urgent,
    ...(waits(kind, target) && { notBefore }),
  });
  const members = ableIn(team, after).slice(0, MOST_OF_TEAM);
  const beginsStep = after.dueAt !== undefined && after.step !== before?.step;
  const assignees = after.assignee.kind === 'person' ? [after.assignee.id] : members;
  const hasCard = (id: string) => before?.formerIds.includes(id) || (wasWatched && members.includes(id));
  const committed = toldOfCommitment(event, after, leaderId ? [leaderId] : members);
  const isSilent = KEPT_FROM_REPORTER.includes(type);
  const readers = [
    ...(isSilent ? [] : reporterOf(after)),
    ...(isForDigest(event, urgent) ? [] : assignees),
    ...(urgent || (before && isWatched(before)) ? members : []),
    ...(before?.assignee.kind === 'person' ? [before.assignee.id] : []),
  ];
  const told = [
    ...(isToldToReporter(event) ? reporterOf(after) : []),
    ...(type === 'rejected' && after.takenInBy ? [after.takenInBy] : []),
    ...(NEWS_TO_ASSIGNEE.has(type) ? assignees : []),
    ...(isUnreceived(after, type) ? reporterOf(after) : []),
    ...(HANDED_OVER.has(type) ? assignees.filter(hasCard) : []),
    ...(type === 'undelivered' || isLoweringToTell(before, event, after) ? members : []),
    ...(event.body.type === 'unconfirmed' ? [...members, ...assignees, ...aboveIn(event.body)] : []),
  ].filter((id) => id !== event.actorId || event.actorId === SYSTEM.id);
  return unique([
    to(EFFECTS.index)(''),
    ...(beginsStep || type === 'health' ? [to(EFFECTS.deadline)('')] : []),
    ...(beginsStep && isUnattended(after, team)
      ? ['', ...notInvolved(admins, after)].map(to(EFFECTS.unattended))
      : []),
    // Without a target, since mail that cannot leave must not hold up what Teams would take.
    ...(mails && type === 'reminded' && isToMail(after)
      ? [{ kind: EFFECTS.mail, target: '', urgent: true }]
      : []),
    // A reminder changes no card.
    ...(type === 'commitment-reminded' ? [] : readers.map(to(EFFECTS.card))),
    ...told.map(to(EFFECTS.news)),
    ...(committed?.told ?? []).map((target) => ({
      kind: EFFECTS.commitment,
      target,
      urgent: false,
      ...(waits(EFFECTS.commitment, target) && { notBefore }),
    })),
    ...(committed?.schedules ? [to(EFFECTS.followUp)('')] : []),
    ...(type === 'closed' && after.reporterId ? [to(EFFECTS.voice)('')] : []),
  ]);
}

/** Nobody, for a case that was taken in from another channel. */
const reporterOf = ({ reporterId }: Case) => (reporterId === undefined ? [] : [reporterId]);

/** Many are taken in at once: whoever took them in tells each leader of all of theirs together, unless it is urgent. */
const isForDigest = ({ body }: CaseEvent, urgent: boolean) =>
  body.type === 'reported' && body.isTakenIn === true && !urgent;

const aboveIn = ({ aboveId }: { aboveId?: string | undefined }) => (aboveId === undefined ? [] : [aboveId]);

/**
 * Returns true when those who watch over a case are told that its level was lowered: from high, or for the second time;
 * or that it is not high where it may have been. They hear of it only once it can no longer be taken back.
 */
export function isLoweringToTell(before: Case | undefined, event: CaseEvent, after: Case): boolean {
  if (event.body.type !== 'reclassified' || !before) return false;
  if (isHighAsked(before)) return event.body.level !== 'high';
  if (after.lowered === before.lowered) return false;
  return before.level === 'high' || after.lowered > 1;
}

/** Tells which effects of an event wait until it can no longer be taken back. */
export function waitingIn(
  before: Case | undefined,
  event: CaseEvent,
  after: Case,
): (kind: string, target: string) => boolean {
  const isLowered = isLoweringToTell(before, event, after);
  return (kind, target) =>
    target === after.reporterId ||
    (target === after.takenInBy && kind === EFFECTS.news) ||
    kind === EFFECTS.commitment
      ? isToldLater(event.body.type)
      : isLowered && kind === EFFECTS.news;
}

/** The reporter never heard of a rejection or a closing that was taken back. */
function isToldToReporter({ body }: CaseEvent): boolean {
  return body.type === 'undone' ? !isToldLater(body.of) : NEWS_TO_REPORTER.has(body.type);
}

/** Returns true when nobody has received a protected case in time. Its reporter is told whom else to turn to. */
export function isUnreceived({ protectedBy, state }: Case, type: Kind): boolean {
  return protectedBy !== undefined && state === 'reported' && (type === 'lapsed' || type === 'climbed');
}

/** Returns true when the humanization team must know of the case and no member may. */
export function isUnattended(subject: Case, team: readonly string[]): boolean {
  return isWatched(subject) && ableIn(team, subject).length === 0;
}

/** Returns true while a grave case waits to be accepted. */
export function isToMail(subject: Case): boolean {
  return subject.state === 'reported' && graveOf(subject) === 'high';
}

/** The administrators who may know that the case exists. */
function notInvolved(admins: readonly string[], { excludedIds }: Case): string[] {
  return admins.filter((id) => !excludedIds.includes(id)).slice(0, MOST_OF_TEAM);
}

/** Team members who neither reported the case nor are involved in it. */
function ableIn(team: readonly string[], { reporterId, excludedIds }: Case): string[] {
  return team.filter((id) => id !== reporterId && !excludedIds.includes(id));
}

/** Returns true when the humanization team gets cards of the case in its current state. */
export function isWatched(subject: Case): boolean {
  return graveOf(subject) === 'high' || subject.assignee.kind !== 'person';
}

/** Returns true when the team got cards of the case at any time of its history. */
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
