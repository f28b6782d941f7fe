/** Who was in a meeting and when, as Teams' attendance report tells it. */
import { z } from 'zod';
import type { Session } from './session.js';

export const participantSchema = z.object({
  /** As the report shows it. */
  name: z.string(),
  /** Lower case; empty when the report has none, as for guests and in the flat format. */
  email: z.string(),
  /** The name with which they sign in, in lower case; empty when the report has none. */
  upn: z.string(),
  /** The Entra object id, of somebody whom Teams' events told; a report has none. */
  personId: z.string().optional(),
  /** United and in order; never empty. */
  sessions: z.array(z.object({ from: z.string(), until: z.string() })).min(1),
});
export type Participant = z.output<typeof participantSchema>;

export const meetingReportSchema = z.object({ participants: z.array(participantSchema).min(1) });
export type MeetingReport = z.output<typeof meetingReportSchema>;

/** From when somebody joined until everybody had left. */
export function spanOf({ participants }: MeetingReport): Session {
  const sessions = participants.flatMap((participant) => participant.sessions);
  let { from, until } = sessions[0] ?? { from: '', until: '' };
  for (const session of sessions) {
    if (session.from < from) from = session.from;
    if (session.until > until) until = session.until;
  }
  return { from, until };
}
