/** Whether somebody's automatic replies say that they are away, as Graph's mailbox settings tell. */
import { z } from 'zod';

const moment = z.object({ dateTime: z.string(), timeZone: z.string() });

export const automaticReplies = z.object({
  status: z.enum(['disabled', 'alwaysEnabled', 'scheduled']).catch('disabled'),
  scheduledStartDateTime: moment.optional().catch(undefined),
  scheduledEndDateTime: moment.optional().catch(undefined),
});

/** @param setting as Graph answers when asked for times in UTC, which is what it does unless told otherwise. */
export function isAway(setting: z.output<typeof automaticReplies>, now: Date): boolean {
  if (setting.status !== 'scheduled') return setting.status === 'alwaysEnabled';
  const from = inUtc(setting.scheduledStartDateTime);
  const until = inUtc(setting.scheduledEndDateTime);
  return from !== undefined && until !== undefined && from <= now.getTime() && now.getTime() < until;
}

/** Graph writes `2026-11-24T14:00:00.0000000` and the zone beside it. */
function inUtc(at: z.output<typeof moment> | undefined): number | undefined {
  if (at === undefined || at.timeZone !== 'UTC') return undefined;
  const time = Date.parse(`${at.dateTime.replace(/(\.\d{3})\d*$/, '$1').replace(/Z$/, '')}Z`);
  return Number.isNaN(time) ? undefined : time;
}
