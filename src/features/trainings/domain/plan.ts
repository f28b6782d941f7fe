/** Turns the submitted form into the plan of a training. */
import type { Training } from './training.js';

const MIN_TITLE = 3;
/** A longer training is taken for a typing mistake. */
const MAX_DURATION_MS = 12 * 3_600_000;
/** A training can be announced at most this far ahead. */
const MAX_AHEAD_MS = 400 * 86_400_000;
/** Colombia has no daylight saving time. */
const BOGOTA_OFFSET = '-05:00';

/** The form as the trainer filled it in. */
export interface WrittenPlan {
  title: string;
  /** `YYYY-MM-DD`; empty for none. */
  day: string;
  /** `HH:MM` in Bogotá; empty for none. */
  startsAt: string;
  endsAt: string;
  place: string;
  /** 0 for no limit; negative if the input was not a valid number of seats. */
  capacity: number;
  /** 0 for none; negative if the input was not a valid number of minutes. */
  leastMinutes: number;
  requiresCode: boolean;
}

export type Plan = Pick<
  Training,
  'title' | 'startsAt' | 'endsAt' | 'place' | 'capacity' | 'leastMinutes' | 'requiresCode'
>;

export type PlanProblem =
  | 'title'
  | 'day'
  | 'hours'
  | 'capacity'
  | 'leastMinutes'
  | 'end-before-start'
  | 'too-long'
  | 'past'
  | 'far';

/** Returns the plan, or the first problem of the form. */
export function planOf(written: WrittenPlan, now: Date): Plan | { problem: PlanProblem } {
  const { title, day, place, capacity, leastMinutes, requiresCode } = written;
  if (title.length < MIN_TITLE) return { problem: 'title' };
  if (day === '') return { problem: 'day' };
  if (written.startsAt === '' || written.endsAt === '') return { problem: 'hours' };
  if (capacity < 0) return { problem: 'capacity' };
  if (leastMinutes < 0) return { problem: 'leastMinutes' };
  const startsAt = bogotaMoment(day, written.startsAt);
  const endsAt = bogotaMoment(day, written.endsAt);
  const problem = problemOfHours(startsAt, endsAt, now);
  if (problem) return { problem };
  // Nobody could attend longer than the training lasts.
  if (leastMinutes * 60_000 > endsAt.getTime() - startsAt.getTime()) return { problem: 'leastMinutes' };
  return {
    title,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    place,
    capacity,
    leastMinutes,
    requiresCode,
  };
}

function problemOfHours(startsAt: Date, endsAt: Date, now: Date): PlanProblem | undefined {
  const duration = endsAt.getTime() - startsAt.getTime();
  if (duration <= 0) return 'end-before-start';
  if (duration > MAX_DURATION_MS) return 'too-long';
  if (endsAt.getTime() < now.getTime()) return 'past';
  return startsAt.getTime() > now.getTime() + MAX_AHEAD_MS ? 'far' : undefined;
}

function bogotaMoment(day: string, time: string): Date {
  return new Date(`${day}T${time}:00${BOGOTA_OFFSET}`);
}
