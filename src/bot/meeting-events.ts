/** Who joins and leaves a meeting, as Teams tells the bots in its chat. */
import { z } from 'zod';
import type { MeetingChange, MeetingMember } from '../turn.js';
import type { InboundActivity } from './activity.js';

const KINDS: Readonly<Record<string, MeetingChange['kind']>> = {
  'application/vnd.microsoft.meetingParticipantJoin': 'joined',
  'application/vnd.microsoft.meetingParticipantLeave': 'left',
};
/** Teams tells of one or a few at once. */
const MOST = 1_000;

const entraId = z
  .guid()
  .transform((value) => value.toLowerCase())
  .optional()
  .catch(undefined);
const user = z.looseObject({
  id: z.string().max(400).catch(''),
  name: z.string().max(1_000).catch(''),
  aadObjectId: entraId,
  objectId: entraId,
  tenantId: z.string().max(100).toLowerCase().optional().catch(undefined),
});
/** `TeamsMeetingMember` of botframework-schema; `meeting` has the role, which does not matter here. */
const value = z.object({ members: z.array(z.object({ user })).max(MOST) });

/**
 * Returns undefined for any other activity.
 * @param tenants whose people the directory knows; somebody of another one is somebody without an Entra id here.
 */
export function meetingChangeIn(
  { type, name = '', value: told, conversation, timestamp }: InboundActivity,
  tenants: readonly string[],
  now: Date,
): MeetingChange | undefined {
  const kind = type === 'event' ? KINDS[name] : undefined;
  const parsed = value.safeParse(told);
  if (!kind || !parsed.success) return undefined;
  const members = parsed.data.members.map(
    ({ user: { id, name: shown, aadObjectId, objectId, tenantId } }): MeetingMember => {
      const isOurs = tenantId === undefined || tenants.includes(tenantId);
      return { id, name: shown, personId: isOurs ? (aadObjectId ?? objectId) : undefined };
    },
  );
  const at = timestamp === undefined ? now : new Date(timestamp);
  return { kind, conversationId: conversation.id, at: at.toISOString(), members };
}
