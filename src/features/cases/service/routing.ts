/** Finds the recipient of a case in the reporting line: policy section `aseguramiento-colaborador`. */

import { lineAbove, MOST_STEPS } from '../../../platform/people/line.js';
import { namedIn } from '../../../platform/people/named.js';
import { type Directory, findActive, isAway, type Person } from '../../../platform/people/person.js';
import type { Case } from '../domain/case.js';
import type { Assignment, ReceivingRole } from '../domain/event.js';
import { isInTeam } from '../domain/permissions.js';
import type { TeamReason } from '../domain/recipient.js';

export interface Route extends Assignment {
  /** Undefined for the humanization team. */
  person?: Person | undefined;
  /** Undefined for a person. */
  teamReason?: TeamReason;
}

/** The route of a new report, with the people who must never get the case. */
export interface ReportRoute extends Route {
  excludedIds: string[];
  /** Undefined for a report that is not protected. */
  protectedBy?: ReceivingRole;
}

const TEAM: Route = {
  assignee: { kind: 'humanization' },
  assigneeRole: 'humanization',
  teamReason: 'line',
};

export interface ReportRouting {
  narrative: string;
  superiorInvolved: boolean;
  /** The recipient that the reporter named in place of the superior in the directory. */
  chosenId?: string | undefined;
  /** Others who must never get it. */
  unableIds?: readonly string[];
  /** The reporter sends so many reports that they go to the team. */
  isBurst: boolean;
  /** `YYYY-MM-DD` in Bogotá. */
  today: string;
}

/**
 * Finds the reporter's superior, or the deputy while the superior is away; the next one up if the superior is
 * involved; the humanization team if the line ends, is unknown, or leads back to the reporter. "Involved"
 * refers to the person named on the card, who may stand in for the superior, and to those of the line who are named in
 * the narrative. Then none of them ever gets the case.
 */
export async function routeReport(
  directory: Directory,
  reporter: Person,
  options: ReportRouting,
): Promise<ReportRoute> {
  const superiorId = options.chosenId ?? reporter.superiorId;
  const excludedIds = await unableByRoute(directory, reporter, options);
  if (options.isBurst) return { ...TEAM, teamReason: 'burst', excludedIds };
  if (await isOfTeamOnly(directory, reporter, options.chosenId)) {
    return { ...TEAM, teamReason: 'chosen', excludedIds };
  }
  const route = await firstAble(directory, superiorId, {
    skip: new Set([reporter.id, ...excludedIds]),
    today: options.today,
    startsAt: superiorId,
  });
  return { ...route, excludedIds };
}

/** Those who must not get the report because they are involved, as the reporter says. */
export async function unableByRoute(
  directory: Directory,
  reporter: Person,
  { superiorInvolved, chosenId, narrative, today, unableIds = [] }: ReportRouting,
): Promise<string[]> {
  if (!superiorInvolved) return [...unableIds];
  const superiorIds = [chosenId ?? reporter.superiorId, reporter.superiorId];
  const onCard = await namedOnCard(directory, reporter, { superiorIds, today });
  const told = namedIn(narrative, await lineAbove(directory, reporter));
  return [...new Set([...unableIds, ...onCard, ...told.map(({ id }) => id)])];
}

/**
 * Lists the people whom the card may have named: the superior that the reporter chose, or else the one in the
 * directory, and the recipients by either of them if nobody were involved.
 */
async function namedOnCard(
  directory: Directory,
  reporter: Person,
  { superiorIds, today }: { superiorIds: (string | undefined)[]; today: string },
): Promise<string[]> {
  const skip = new Set([reporter.id]);
  const routes = await Promise.all(superiorIds.map((id) => firstAble(directory, id, { skip, today })));
  const ids = [superiorIds[0], ...routes.map(({ person }) => person?.id)];
  return [...new Set(ids.filter((id) => id !== undefined))];
}

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

/** A member of the team who is chosen gets the report with the team, unless they are in the reporter's line. */
export async function isOfTeamOnly(
  directory: Directory,
  reporter: Person,
  chosenId: string | undefined,
): Promise<boolean> {
  const chosen = chosenId ? await directory.find(chosenId) : undefined;
  if (!chosen || !isInTeam(chosen)) return false;
  return !(await lineAbove(directory, reporter)).some(({ id }) => id === chosen.id);
}

async function firstAble(
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
