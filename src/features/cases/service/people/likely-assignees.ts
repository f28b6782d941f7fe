/** To whom a case may be given: people pickers do not work on phones. */
import { lineAbove } from '../../../../platform/people/line.js';
import type { Directory, Person } from '../../../../platform/people/person.js';
import type { Case } from '../../domain/case.js';
import { mayBeAssigned, watchingRole } from '../../domain/permissions.js';

const MOST = 6;

/** The people above who has it now, then those who watch over it. */
export async function likelyAssignees(directory: Directory, subject: Case): Promise<Person[]> {
  const now = subject.assignee.kind === 'person' ? subject.assignee.id : '';
  // Nothing about the line of the reporter, who may be confidential.
  const line = now ? await lineAbove(directory, await directory.find(now)) : [];
  const watching = await directory.withRole(watchingRole(subject));
  const people = new Map([...line, ...watching].map((person) => [person.id, person]));
  return [...people.values()]
    .filter((person) => person.id !== now && !person.isDisabled && mayBeAssigned(subject, person))
    .slice(0, MOST);
}
