/** Derives absences from automatic replies, as Graph's mailbox settings describe them. */
import { z } from 'zod';

const moment = z.object({ dateTime: z.string(), timeZone: z.string() });

export const automaticReplies = z.object({
  status: z.enum(['disabled', 'alwaysEnabled', 'scheduled']).catch('disabled'),
  scheduledStartDateTime: moment.optional().catch(undefined),
  scheduledEndDateTime: moment.optional().catch(undefined),
});

/** Colombia has no daylight saving time. */
const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Bogota' });

/**
 * Returns the first and last day of the absence, `YYYY-MM-DD` in Bogotá; replies without dates mean today.
 * @param setting Graph's answer with times in UTC, which is its default.
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
  // The end is exclusive.
  return { from: day.format(from), until: day.format(until - 1) };
}

/** Graph writes `2026-11-24T14:00:00.0000000` and the zone in a separate field. */
function inUtc(at: z.output<typeof moment> | undefined): number | undefined {
  const seconds = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.exec(at?.dateTime ?? '')?.[0];
  if (seconds === undefined || at?.timeZone !== 'UTC') return undefined;
  const time = Date.parse(`${seconds}Z`);
  return Number.isNaN(time) ? undefined : time;
}
