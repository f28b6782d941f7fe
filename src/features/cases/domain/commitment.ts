/**
 * Commitments agreed in a case: policy section `gestion-consecuencias`. They outlive the case: who committed and their
 * leader are told a week before, on the day, and every month once it has passed.
 */
import { z } from 'zod';

/** `pid`: of the Plan Individual e Integral de Desarrollo. */
export const COMMITMENT_KINDS = ['pid', 'standard', 'conversation'] as const;

/** What was agreed, in its stored form. */
export const agreement = z.object({
  /** Who committed. */
  personId: z.string(),
  what: z.string(),
  /** The last day, `YYYY-MM-DD` in Bogotá. */
  until: z.iso.date(),
  kind: z.enum(COMMITMENT_KINDS),
});
export type Agreement = z.output<typeof agreement>;

export const COMMITMENT_STATES = ['open', 'lapsed', 'done'] as const;
type CommitmentState = (typeof COMMITMENT_STATES)[number];

/** What is said before the day is over. */
export const REMINDERS = ['week', 'day'] as const;
export type Reminder = (typeof REMINDERS)[number];

export interface Commitment extends Agreement {
  /** The event that made it. Together with the case it names the commitment. */
  seq: number;
  state: CommitmentState;
  /** When it was agreed, or got a later day. ISO 8601, UTC. */
  since: string;
  /** The last reminder for this day. */
  reminded?: Reminder | undefined;
  /** How often it was said that the day has passed. */
  lapses: number;
  /** Who committed is no longer there; nobody is reminded any more. */
  hasLeft: boolean;
}

/** More for one case are a plan of their own. */
export const MOST_COMMITMENTS = 10;
const MOST_YEARS = 2;
const DAY_MS = 86_400_000;
const WEEK = 7;
/** Every month has these days. */
const LAST_DAY_OF_ALL = 28;

export function begun(agreed: Agreement, { seq, at }: { seq: number; at: string }): Commitment {
  return { ...agreed, seq, state: 'open', since: at, lapses: 0, hasLeft: false };
}

export interface FollowUp {
  phase: Reminder | 'lapse';
  at: Date;
}

/** What comes next for a commitment, and when; undefined when nothing does. */
export function nextFollowUp({
  state,
  until,
  since,
  reminded,
  lapses,
  hasLeft,
}: Commitment): FollowUp | undefined {
  if (state === 'done' || hasLeft) return undefined;
  const lapse: FollowUp = { phase: 'lapse', at: morningOf(monthsAfter(daysAfter(until, 1), lapses)) };
  if (lapses > 0 || reminded === 'day') return lapse;
  const isToCome = (at: Date) => at.toISOString() > since;
  const day: FollowUp = { phase: 'day', at: morningOf(until) };
  const week: FollowUp = { phase: 'week', at: morningOf(daysAfter(until, -WEEK)) };
  if (reminded === undefined && isToCome(week.at)) return week;
  return isToCome(day.at) ? day : lapse;
}

/** The follow-up that is due; a reminder that something later has overtaken is left out. */
export function dueFollowUp(commitment: Commitment, now: Date): FollowUp | undefined {
  const next = nextFollowUp(commitment);
  if (!next || next.at > now) return undefined;
  const after =
    next.phase === 'lapse' ? undefined : dueFollowUp({ ...commitment, reminded: next.phase }, now);
  return after ?? next;
}

/** Eight in the morning in Bogotá. */
const morningOf = (day: string) => new Date(`${day}T08:00:00-05:00`);

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const daysAfter = (day: string, days: number) => dayOf(Date.parse(day) + days * DAY_MS);

function monthsAfter(day: string, months: number): string {
  if (months === 0) return day;
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  return dayOf(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, LAST_DAY_OF_ALL)));
}

/** The day is not over in Bogotá, and not further away than somebody can promise. */
export function isPossibleDay(until: string, now: Date): boolean {
  const end = new Date(`${until}T23:59:59-05:00`);
  const last = new Date(now);
  last.setUTCFullYear(now.getUTCFullYear() + MOST_YEARS);
  return now <= end && Date.parse(until) <= last.getTime();
}
