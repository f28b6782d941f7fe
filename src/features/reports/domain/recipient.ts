import type { Assignment, Protection, ReceivingRole, TeamReason } from '../../cases/index.js';

/** As the reporter reads it before sending. */
export interface Recipient {
  /** Empty for the humanization team. */
  names: string[];
  role: Assignment['assigneeRole'];
  /** Undefined for a person, and for a protected report. */
  teamReason?: TeamReason | undefined;
  /** Why the report is protected; empty if it is not. */
  protections: readonly Protection[];
}

/** Tells recipients apart, so that a report only goes to the one whom the card named. */
export function keyOf({
  assignee,
  protectedBy,
}: Pick<Assignment, 'assignee'> & { protectedBy?: ReceivingRole }): string {
  if (assignee.kind === 'person') return assignee.id;
  return protectedBy ? `${assignee.kind}.${protectedBy}` : assignee.kind;
}
