/**
 * What is measured while the bot runs. Names and values of attributes are words of this code, never what people are called,
 * say or do, so that there is nothing personal in them.
 */

export interface Telemetry {
  count(name: CounterName, attributes: Attributes): void;
  time(name: 'bot.storage.duration', ms: number, attributes: Attributes): void;
  /** Reads a value before each sending. */
  observe(name: 'bot.queue.depth', read: () => Promise<Record<string, number>>): void;
  /** Sends what is measured and not sent yet, and ends. */
  stop(): Promise<void>;
}

export type CounterName =
  | 'bot.turns'
  | 'bot.turns.failed'
  | 'bot.notices'
  | 'bot.deadlines.missed'
  | 'bot.work.failed';
export type Attributes = Readonly<Record<string, string>>;
