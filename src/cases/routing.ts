/** Whom a report goes to: policy section `aseguramiento-colaborador`, the immediate superior. */
import type { Directory, Person } from '../people/person.js';
import type { Assignee, AssigneeRole } from './case.js';

export interface Route {
  assignee: Assignee;
  role: AssigneeRole;
  /** The person, where it is one. */
  person?: Person;
}

const TEAM: Route = { assignee: { kind: 'humanization' }, role: 'humanization' };

/**
 * The reporter's superior; the next one up where the superior is involved; the humanization team where the
 * line ends, is unknown, or leads back to the reporter.
 * @param chosenId the superior that the reporter named because the directory's was not right.
 */
export async function routeReport(
  directory: Directory,
  reporter: Person,
  options: { superiorInvolved: boolean; chosenId?: string },
): Promise<Route> {
  const superior = await findOther(directory, options.chosenId ?? reporter.superiorId, reporter);
  if (!superior) return TEAM;
  if (!options.superiorInvolved) return toPerson(superior, 'superior');
  const next = await findOther(directory, superior.superiorId, reporter);
  return next && next.id !== superior.id ? toPerson(next, 'next-superior') : TEAM;
}

function toPerson(person: Person, role: AssigneeRole): Route {
  return { assignee: { kind: 'person', id: person.id }, role, person };
}

async function findOther(
  directory: Directory,
  id: string | undefined,
  reporter: Person,
): Promise<Person | undefined> {
  return id === undefined || id === reporter.id ? undefined : directory.find(id);
}
