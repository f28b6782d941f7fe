/** Finds who attends to a case next, up the line. */
import { MOST_STEPS } from '../../../../platform/people/line.js';
import { type Directory, findActive, isAway, type Person } from '../../../../platform/people/person.js';
import type { Case } from '../../domain/case.js';
import type { Assignment } from '../../domain/event.js';
import { type Route, TEAM } from '../../domain/route.js';

/**
 * Finds the next one up the line, skipping the reporter, former assignees and excluded people. A protected case never
 * goes up: it returns to all who receive it.
 */
export async function routeUp(directory: Directory, subject: Case, today: string): Promise<Route> {
  if (subject.protectedBy) return { assignee: { kind: 'protected' }, assigneeRole: subject.protectedBy };
  if (subject.assignee.kind !== 'person') return TEAM;
  const { id } = subject.assignee;
  const current = await directory.find(id);
  return firstAble(directory, current?.superiorId, {
    skip: new Set([subject.reporterId ?? '', id, ...subject.formerIds, ...subject.excludedIds]),
    today,
  });
}

/** The first one of a line from `startId` on who is there and not to be skipped, or their deputy; else the team. */
export async function firstAble(
  directory: Directory,
  startId: string | undefined,
  options: { skip: ReadonlySet<string>; today: string; startsAt?: string | undefined },
): Promise<Route> {
  let id = startId;
  for (let steps = 0; id !== undefined && steps < MOST_STEPS; steps++) {
    const person: Person | undefined = await directory.find(id);
    if (!person) return TEAM;
    const isImmediate = id === options.startsAt;
    if (!options.skip.has(person.id) && !person.isDisabled) {
      if (!isAway(person, options.today)) return toPerson(person, isImmediate ? 'superior' : 'next-superior');
      const deputy = person.deputyId ? await findActive(directory, person.deputyId) : undefined;
      if (deputy && !options.skip.has(deputy.id) && !isAway(deputy, options.today)) {
        return toPerson(deputy, 'deputy');
      }
    }
    id = person.superiorId;
  }
  return TEAM;
}

function toPerson(person: Person, assigneeRole: Assignment['assigneeRole']): Route {
  return { assignee: { kind: 'person', id: person.id }, assigneeRole, person };
}
