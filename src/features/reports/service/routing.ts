/** Finds the recipient of a report in the reporting line: policy section `aseguramiento-colaborador`. */
import { lineAbove } from '../../../platform/people/line.js';
import { namedIn } from '../../../platform/people/named.js';
import type { Directory, Person } from '../../../platform/people/person.js';
import { firstAble, isInTeam, type ReportRoute, TEAM } from '../../cases/index.js';

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
