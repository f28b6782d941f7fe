/** The bot, as one or several instances, whether simulated or real processes. */
import type { Facts } from './check/facts.js';
import type { Met, Weather } from './faults.js';

/** What came back for an activity: no status when there was no answer. */
export interface BotAnswer {
  status?: number;
  body?: unknown;
}

/** How an instance ended that was told to stop: in order, by force, or with an error. */
export type Ending = 'stopped' | 'killed' | 'crashed';

export interface Bots {
  /** The faults so far. */
  readonly met: Met;
  /** Indices of the instances that a balancer would send to. */
  readonly open: readonly number[];
  deliver(activity: object, instance: number): Promise<BotAnswer>;
  weather(weather: Weather): void;
  kill(instance: number): void;
  pause(instance: number): void;
  resume(instance: number): void;
  /** Ends it in an orderly way; by force when that takes longer than a process may. */
  stop(instance: number): Promise<Ending>;
  /** Starts a new process in place of one that is gone. */
  start(instance: number): Promise<void>;
  /** Empties the work queue. */
  purge(): Promise<void>;
  /** Leaves a notice of a later version with one of the cases. */
  plant(pick: number): Promise<void>;
  /** The true time, in milliseconds. */
  now(): number;
  wait(ms: number): Promise<void>;
  /** What is stored. */
  facts(): Promise<Facts>;
}
