/** Finds those who receive a protected report. The line is left out, and so is everybody who is named in it. */
import { lineAbove } from '../../../platform/people/line.js';
import { namedIn } from '../../../platform/people/named.js';
import type { Directory, Person } from '../../../platform/people/person.js';
import { activeReceivers, LEAST_RECEIVERS } from '../../../platform/people/receivers.js';
import type { Protection, ReceivingRole, ReportRoute } from '../../cases/index.js';
import { isOfTeamOnly, type ReportRouting, unableByRoute } from './routing.js';

export interface ProtectedRoute extends ReportRoute {
  protectedBy: ReceivingRole;
  /** Those who receive it, by name, unless the whole team does. */
  receivers: Person[];
  protections: Protection[];
}

/** Two people at least with the role `protected`, else the humanization team. */
export async function routeProtected(
  directory: Directory,
  reporter: Person,
  options: ReportRouting & { protections: Protection[] },
): Promise<ProtectedRoute> {
  const [line, protectors, team] = await Promise.all([
    lineAbove(directory, reporter),
    directory.withRole('protected'),
    directory.withRole('humanization'),
  ]);
  const excludedIds = unique([
    ...(await unableByRoute(directory, reporter, options)),
    ...(await leaderChosen(directory, reporter, options.chosenId)),
    ...line.map(({ id }) => id),
    ...namedIn(options.narrative, [...protectors, ...team]).map(({ id }) => id),
  ]);
  const receivers = await activeReceivers(directory, 'protected', [reporter.id, ...excludedIds]);
  const protectedBy = receivers.length >= LEAST_RECEIVERS ? 'protected' : 'humanization';
  return {
    assignee: { kind: 'protected' },
    assigneeRole: protectedBy,
    protectedBy,
    protections: options.protections,
    receivers: protectedBy === 'protected' ? receivers : [],
    excludedIds,
  };
}

/** Whom the reporter named as their superior; a member of the team is named to receive the report. */
async function leaderChosen(
  directory: Directory,
  reporter: Person,
  chosenId: string | undefined,
): Promise<string[]> {
  const chosen = chosenId ? await directory.find(chosenId) : undefined;
  return chosen && !(await isOfTeamOnly(directory, reporter, chosen.id)) ? [chosen.id] : [];
}

const unique = (ids: readonly string[]) => [...new Set(ids)];
