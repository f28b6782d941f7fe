import { randomUUID } from 'node:crypto';

/** The current time; tests supply their own. */
export type Clock = () => Date;

/** A new identifier with 122 random bits; tests supply their own. */
export type NewId = () => string;

export const systemClock: Clock = () => new Date();
/** Measures spans, whatever is done to the system's clock. */
export const steadyClock: Clock = () => new Date(performance.now());
export const randomId: NewId = () => randomUUID();

export function addMilliseconds(date: Date, ms: number): Date {
  return new Date(date.getTime() + ms);
}
