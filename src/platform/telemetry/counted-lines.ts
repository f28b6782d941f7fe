/** Counts by the lines of the log: each line is counted where it is written. */
import type { Attributes, CounterName, Telemetry } from './telemetry.js';

interface Counted {
  name: CounterName;
  attributes: Attributes;
  /** A field of the line whose values are words of this code. */
  field?: 'code';
}

/** By the message of a line. */
export const COUNTED_LINES: Readonly<Record<string, Counted>> = {
  'activity taken': { name: 'bot.turns', attributes: {} },
  'turn failed': { name: 'bot.turns.failed', attributes: {}, field: 'code' },
  'effect carried out': { name: 'bot.notices', attributes: { result: 'sent' } },
  'delivery put off': { name: 'bot.notices', attributes: { result: 'put-off' } },
  'delivery in doubt': { name: 'bot.notices', attributes: { result: 'in-doubt' } },
  'delivery given up': { name: 'bot.notices', attributes: { result: 'given-up' } },
  'a deadline was lost; it is made up for': { name: 'bot.deadlines.missed', attributes: {} },
  'work failed': { name: 'bot.work.failed', attributes: { result: 'again' } },
  'work set aside': { name: 'bot.work.failed', attributes: { result: 'set-aside' } },
};

export function countLine(
  telemetry: Pick<Telemetry, 'count'>,
  message: string,
  fields: Readonly<Record<string, unknown>>,
): void {
  const counted = COUNTED_LINES[message];
  if (!counted) return;
  const { name, attributes, field } = counted;
  telemetry.count(name, field ? { ...attributes, [field]: String(fields[field]) } : attributes);
}
