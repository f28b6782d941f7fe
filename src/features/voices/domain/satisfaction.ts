/** What a leader sees of the voices on the cases that they closed: never fewer than five people, never one more at a time. */
import type { Satisfaction } from './voice.js';

/** A voice as it counts. */
export interface Counted {
  reporterId: string;
  satisfied: Satisfaction;
  /** ISO 8601, UTC. */
  answeredAt: string;
}

export interface Figures extends Record<Satisfaction, number> {
  people: number;
}

/** People in a step. A figure that grew by one person would tell what that person said. */
const STEP = 5;

/** The figures of the first five, ten, fifteen… people, each by their first answer; undefined before the fifth. */
export function satisfactionOf(voices: readonly Counted[]): Figures | undefined {
  const inOrder = [...voices].sort((one, other) => (one.answeredAt < other.answeredAt ? -1 : 1));
  const first = new Map<string, Satisfaction>();
  for (const { reporterId, satisfied } of inOrder) {
    if (!first.has(reporterId)) first.set(reporterId, satisfied);
  }
  const people = Math.floor(first.size / STEP) * STEP;
  if (people === 0) return undefined;
  const counted = [...first.values()].slice(0, people);
  const of = (value: Satisfaction) => counted.filter((satisfied) => satisfied === value).length;
  return { people, yes: of('yes'), partly: of('partly'), no: of('no') };
}

/** The quarter of a month `YYYY-MM`: `2026-4`. */
export const quarterOf = (month: string): string =>
  `${month.slice(0, 4)}-${Math.ceil(Number(month.slice(5)) / 3)}`;
