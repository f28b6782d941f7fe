/** A row that another channel brought: one PQRS, one visit of a cliente incógnito, one entry of the plataforma. */
import { z } from 'zod';

/** The names are those of a report's source. */
export const CHANNELS = ['pqrs', 'mystery-shopper', 'development-platform'] as const;
export const channel = z.enum(CHANNELS);
export type Channel = z.output<typeof channel>;

export const KINDS = ['failure', 'thanks'] as const;
export type Kind = (typeof KINDS)[number];

/** A row of a file, after it was checked. */
export const arrived = z.object({
  channel,
  /** Its own id in its channel. */
  ownId: z.string(),
  /** The value in the file; undefined if empty. */
  kind: z.enum(KINDS).optional(),
  /** `YYYY-MM-DD`. */
  occurredOn: z.string(),
  text: z.string(),
  area: z.string(),
  place: z.string(),
  /** The person it is about, as the file has it; empty if none. */
  person: z.string(),
  /** Their Entra object id, if the directory knows them. */
  personId: z.string().optional(),
  health: z.enum(['vital', 'prioritised', 'simple']).optional(),
});
export type Arrived = z.output<typeof arrived>;

const level = z.enum(['low', 'medium', 'high']);

/** What rules and model say of it. A person decides. */
export const proposed = z.object({
  kind: z.enum(KINDS),
  level,
  /** It cannot wait: a person may be in danger. */
  urgent: z.boolean(),
  /** The words that say so. */
  why: z.array(z.string()),
});
export type Proposed = z.output<typeof proposed>;

export const assessed = arrived.extend({ proposed });
export type Assessed = z.output<typeof assessed>;

/** Why a row is neither a failure nor thanks. */
export const DISMISSALS = ['duplicate', 'resolved', 'not-ours', 'unclear'] as const;
export type Dismissal = (typeof DISMISSALS)[number];

/** The key of a row within its channel, which is the same each time that it comes. It has no colon. */
export const keyOf = (ownId: string): string => encodeURIComponent(ownId.toWellFormed()).replaceAll('%', '_');

/** Failures of low impact: several may be decided on together. */
export const LOW_RANK = 3;

/** The triage order: urgent rows, then by level, thanks last. */
export function rankOf({ kind, level: of, urgent }: Proposed): number {
  if (urgent) return 0;
  if (kind === 'thanks') return 4;
  return { high: 1, medium: 2, low: LOW_RANK }[of];
}
