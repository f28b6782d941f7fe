import type { Assignment } from './event.js';

/** Why a report goes to the team: nobody in the line can have it, the reporter chose the team, or a burst of reports. */
export type TeamReason = 'line' | 'chosen' | 'burst';

/** As the reporter reads it before sending. */
export interface Recipient {
  /** Undefined for the humanization team. */
  name?: string;
  role: Assignment['assigneeRole'];
  /** Undefined for a person. */
  teamReason?: TeamReason;
}
