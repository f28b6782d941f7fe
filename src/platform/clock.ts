import { randomUUID } from 'node:crypto';

/** The present moment; tests own it. */
export type Clock = () => Date;

/** A fresh identifier of 122 random bits; tests own it. */
export type NewId = () => string;

export const systemClock: Clock = () => new Date();
export const randomId: NewId = () => randomUUID();

export function addMilliseconds(date: Date, ms: number): Date {
  return new Date(date.getTime() + ms);
}
