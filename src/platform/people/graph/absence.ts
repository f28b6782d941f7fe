/** When somebody is away by their automatic replies, as Graph's mailbox settings tell. */
import { z } from 'zod';

const moment = z.object({ dateTime: z.string(), timeZone: z.string() });

export const automaticReplies = z.object({
  status: z.enum(['disabled', 'alwaysEnabled', 'scheduled']).catch('disabled'),
  scheduledStartDateTime: moment.optional().catch(undefined),
  scheduledEndDateTime: moment.optional().catch(undefined),
});

/** Colombia has no summer time. */
const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Bogota' });

/**
 * The first and last day of the absence, `YYYY-MM-DD` in Bogotá; replies without dates speak of today.
 * @param setting as Graph answers when asked for times in UTC, which is what it does unless told otherwise.
 */
export function absenceOf(
  setting: z.output<typeof automaticReplies>,
  now: Date,
): { from: string; until: string } | undefined {
  if (setting.status === 'alwaysEnabled') return { from: day.format(now), until: day.format(now) };
  if (setting.status === 'disabled') return undefined;
  const from = inUtc(setting.scheduledStartDateTime);
  const until = inUtc(setting.scheduledEndDateTime);
  if (from === undefined || until === undefined || until <= from) return undefined;
  // The moment of the end is no longer part of it.
  return { from: day.format(from), until: day.format(until - 1) };
}

/** Graph writes `2026-11-24T14:00:00.0000000` and the zone beside it. */
function inUtc(at: z.output<typeof moment> | undefined): number | undefined {
  const seconds = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.exec(at?.dateTime ?? '')?.[0];
  if (seconds === undefined || at?.timeZone !== 'UTC') return undefined;
  const time = Date.parse(`${seconds}Z`);
  return Number.isNaN(time) ? undefined : time;
}
