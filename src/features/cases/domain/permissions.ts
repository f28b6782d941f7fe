/** Who may see and do what with cases. Every handler asks here; nothing else decides. */
import type { Person } from '../../../platform/people/person.js';
import type { Case } from './case.js';
import { allows, type CommandType } from './commands.js';
import type { Commitment } from './commitment.js';
import { RECEIVING_ROLES, type ReceivingRole } from './event.js';

/**
 * The roles in a case. `former`: a past assignee. `system`: no person, but an automatic step such as a passed
 * deadline. `committed`: who committed, and their leader, for that commitment alone. Being accused gives no role.
 */
export const CASE_ROLES = ['reporter', 'assignee', 'humanization', 'former', 'committed', 'system'] as const;
export type CaseRole = (typeof CASE_ROLES)[number];

/** The actor of automatic steps. No person has this id. */
export const SYSTEM: Person = { id: 'system', name: '', email: '', roles: [], area: '' };

const DECIDES = ['assignee'] as const;
const TELLS = ['reporter'] as const;
const WATCHES = ['humanization'] as const;
const RUNS = ['system'] as const;
const KEEPS = ['assignee', 'committed'] as const;

export const WHO: Readonly<Record<CommandType, readonly CaseRole[]>> = {
  accept: DECIDES,
  reject: DECIDES,
  ask: DECIDES,
  reclassify: DECIDES,
  escalate: DECIDES,
  close: DECIDES,
  commit: DECIDES,
  fulfil: KEEPS,
  extend: KEEPS,
  reply: TELLS,
  add: TELLS,
  attach: TELLS,
  withdraw: TELLS,
  contest: TELLS,
  reopen: TELLS,
  reassign: WATCHES,
  hold: WATCHES,
  release: WATCHES,
  identify: WATCHES,
  climb: RUNS,
  remind: RUNS,
  place: DECIDES,
  health: ['assignee', 'humanization'],
  'remind-health': RUNS,
  'note-unconfirmed': RUNS,
  'follow-up': RUNS,
  'note-undelivered': RUNS,
};

/** What those who watch over a case do in place of its reporter, if it was taken in from another channel. */
const SPEAKS_FOR: ReadonlySet<CommandType> = new Set<CommandType>(['add', 'contest', 'reopen', 'withdraw']);

export function rolesIn(subject: Case, viewer: Person): CaseRole[] {
  if (viewer.id === SYSTEM.id) return ['system'];
  if (subject.protectedBy && viewer.cameByLink) return [];
  const roles: CaseRole[] = [];
  if (subject.reporterId === viewer.id) roles.push('reporter');
  if (isAssigned(subject, viewer)) roles.push('assignee');
  if (watchesOver(subject, viewer)) roles.push('humanization');
  if (roles.length === 0 && subject.formerIds.includes(viewer.id)) roles.push('former');
  return roles;
}

/** Returns true when this person may read the case. A former assignee may only know that it moved on. */
export function mayView(subject: Case, viewer: Person): boolean {
  return rolesIn(subject, viewer).some((role) => role !== 'former');
}

/**
 * Returns true when this person, up the line, may be told that a case waits, without anything that it tells: nobody of a
 * line knows of a protected case.
 */
export function mayHearOf(
  { protectedBy, reporterId, excludedIds }: Case,
  { id }: Pick<Person, 'id'>,
): boolean {
  return !protectedBy && reporterId !== id && !excludedIds.includes(id);
}

/**
 * Returns true when this person may give this command now.
 * @param also roles that the case does not tell.
 */
export function may(
  subject: Case,
  viewer: Person,
  command: CommandType,
  also: readonly CaseRole[] = [],
): boolean {
  if (!allows(subject.state, command)) return false;
  if (command === 'reply' && subject.question === undefined) return false;
  // Nobody is there to answer.
  if (command === 'ask' && subject.reporterId === undefined) return false;
  if (command === 'escalate' && (subject.protectedBy || subject.assignee.kind !== 'person')) return false;
  if (command === 'hold' && subject.held) return false;
  if (command === 'release' && !subject.held) return false;
  if (command === 'identify' && maySeeReporter(subject, viewer)) return false;
  // What was told in confidence is received, whatever it turns out to be.
  if (command === 'reject' && subject.protectedBy) return false;
  // Nobody is confronted in a protected case.
  if (command === 'commit' && subject.protectedBy) return false;
  const roles = [...rolesIn(subject, viewer), ...also];
  if (subject.reporterId === undefined && SPEAKS_FOR.has(command) && roles.includes('humanization'))
    return true;
  return WHO[command].some((role) => roles.includes(role));
}

/**
 * The role of somebody who keeps a commitment; it shows them nothing of the case. Without a leader it is those who watch
 * over the case.
 */
export function keepingRoles(
  subject: Case,
  viewer: Person,
  { commitment, leaderId }: { commitment: Pick<Commitment, 'personId'>; leaderId: string | undefined },
): CaseRole[] {
  const leads = leaderId === undefined ? watchesOver(subject, viewer) : viewer.id === leaderId;
  return leads || viewer.id === commitment.personId ? ['committed'] : [];
}

/** Returns true when this person may know who reported. */
export function maySeeReporter(subject: Case, viewer: Person): boolean {
  return (
    !subject.report.confidential ||
    subject.reporterId === viewer.id ||
    (watchesOver(subject, viewer) && subject.identifiedBy.includes(viewer.id))
  );
}

/**
 * Returns true when this person may read that, and why, somebody of the team learned who reported: nobody who only
 * attends to the case, because it would tell them of the reporter's fears.
 */
export function maySeeIdentifying(subject: Case, viewer: Person): boolean {
  return subject.reporterId === viewer.id || watchesOver(subject, viewer);
}

/** In the team, nobody decides on a case that they reported or are said to be involved in. */
function isAssigned(subject: Case, viewer: Person): boolean {
  if (subject.assignee.kind !== 'person') return watchesOver(subject, viewer);
  return subject.assignee.id === viewer.id && (!subject.protectedBy || watchesOver(subject, viewer));
}

/** The role whose members watch over a case: the humanization team, or those who receive protected cases. */
export function watchingRole({ protectedBy }: Pick<Case, 'protectedBy'>): ReceivingRole {
  return protectedBy ?? 'humanization';
}

/** Returns true when the case may be given to this person; a protected one stays among those who receive it. */
export function mayBeAssigned(subject: Case, person: Person): boolean {
  if (subject.protectedBy) return watchesOver(subject, person);
  return person.id !== subject.reporterId && !subject.excludedIds.includes(person.id);
}

/** The team shares its cases. Members see all cases except those they are involved in, and may export. */
export function isInTeam({ roles }: Person): boolean {
  return roles.includes('humanization');
}

/** Returns true for people who may receive protected cases. */
export function isReceiver({ roles }: Person): boolean {
  return RECEIVING_ROLES.some((role) => roles.includes(role));
}

/** Administrators review who opened what. They see no case by that. */
export function mayReviewAccesses({ roles }: Person): boolean {
  return roles.includes('admin');
}

function watchesOver(subject: Case, viewer: Person): boolean {
  if (subject.isClosedToTeam) return false;
  const { reporterId, excludedIds } = subject;
  const isWatching = viewer.roles.includes(watchingRole(subject));
  return isWatching && reporterId !== viewer.id && !excludedIds.includes(viewer.id);
}
