/** Who may see and do what with a case: every handler asks here, and nowhere else is it decided. */
import type { Person } from '../people/person.js';
import { allows, type Case, type Command } from './case.js';

export type CaseRole = 'reporter' | 'assignee' | 'humanization';

/** What a person is to a case. Nobody else sees it; the accused, whoever it is, has no role by that. */
export function rolesIn(subject: Case, viewer: Person): CaseRole[] {
  const roles: CaseRole[] = [];
  if (subject.reporterId === viewer.id) roles.push('reporter');
  if (isAssigned(subject, viewer)) roles.push('assignee');
  if (viewer.roles.includes('humanization')) roles.push('humanization');
  return roles;
}

export function mayView(subject: Case, viewer: Person): boolean {
  return rolesIn(subject, viewer).length > 0;
}

/** Whether this person may give this command now. */
export function may(subject: Case, viewer: Person, command: Command['type']): boolean {
  return allows(subject.state, command) && isAssigned(subject, viewer);
}

/** Whether this person may know who reported. */
export function maySeeReporter(subject: Case, viewer: Person): boolean {
  return !subject.report.confidential || subject.reporterId === viewer.id;
}

function isAssigned(subject: Case, viewer: Person): boolean {
  return subject.assignee.kind === 'person'
    ? subject.assignee.id === viewer.id
    : viewer.roles.includes('humanization');
}
