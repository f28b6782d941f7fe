/** What a file brings, in figures, as it is shown before anything is kept. */
import { z } from 'zod';
import { type Assessed, type Channel, keyOf } from './arrived.js';

export const counts = z.object({
  total: z.number(),
  /** Came before; they stay as they are. */
  known: z.number(),
  urgent: z.number(),
  high: z.number(),
  medium: z.number(),
  low: z.number(),
  thanks: z.number(),
  /** The row names a person missing from the directory. */
  strangers: z.number(),
});
export type Counts = z.output<typeof counts>;

export function countsOf(
  rows: readonly Assessed[],
  known: ReadonlyMap<Channel, ReadonlySet<string>>,
): Counts {
  const isKnown = ({ channel, ownId }: Assessed) => known.get(channel)?.has(keyOf(ownId)) === true;
  const fresh = rows.filter((row) => !isKnown(row));
  const of = (is: (row: Assessed) => boolean) => fresh.filter(is).length;
  const failures = (level: Assessed['proposed']['level']) =>
    of(({ proposed }) => !proposed.urgent && proposed.kind === 'failure' && proposed.level === level);
  return {
    total: rows.length,
    known: rows.length - fresh.length,
    urgent: of(({ proposed }) => proposed.urgent),
    high: failures('high'),
    medium: failures('medium'),
    low: failures('low'),
    thanks: of(({ proposed }) => !proposed.urgent && proposed.kind === 'thanks'),
    strangers: of(({ person, personId }) => person !== '' && personId === undefined),
  };
}
