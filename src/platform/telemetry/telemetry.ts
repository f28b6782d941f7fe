/**
 * Measurements of the running bot. Attribute names and values are words of this code, never names, words or actions
 * of people.
 */

export interface Telemetry {
  count(name: CounterName, attributes: Attributes): void;
  time(name: 'bot.storage.duration', ms: number, attributes: Attributes): void;
  /** Reads a value before each sending. */
  observe(name: 'bot.queue.depth', read: () => Promise<Record<string, number>>): void;
  /** Sends pending measurements, and ends. */
  stop(): Promise<void>;
}

export type CounterName =
  | 'bot.turns'
  | 'bot.turns.failed'
  | 'bot.notices'
  | 'bot.deadlines.missed'
  | 'bot.work.failed';
export type Attributes = Readonly<Record<string, string>>;
