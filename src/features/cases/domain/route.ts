/** Where a case goes. */
import type { Person } from '../../../platform/people/person.js';
import type { Assignment, ReceivingRole } from './event.js';

/** Why a report goes to the team: nobody in the line can have it, the reporter chose the team, or a burst of reports. */
export type TeamReason = 'line' | 'chosen' | 'burst';

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

/** The humanization team, at the end of every line. */
export const TEAM: Route = {
  assignee: { kind: 'humanization' },
  assigneeRole: 'humanization',
  teamReason: 'line',
};
