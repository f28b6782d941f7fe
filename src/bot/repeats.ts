/** Activities that arrive again: Teams repeats what it got no answer to, and a balancer may repeat too. */
import type { InboundActivity } from './activity.js';
import type { BotResponse } from './adapter.js';

/** Repetitions come within seconds; the oldest are forgotten first. */
const MOST = 2_000;

/**
 * Answers each activity once, in memory: a repetition gets the answer of the first delivery, also while that is under
 * way. An activity that could not be answered is taken again. After a restart, and on another instance, the ids of
 * commands keep a repetition from doing anything twice.
 */
export class Repeats {
  readonly #answers = new Map<string, Promise<BotResponse>>();

  async once(inbound: InboundActivity, answer: () => Promise<BotResponse>): Promise<BotResponse> {
    const key = keyOf(inbound);
    const known = this.#answers.get(key);
    if (known) return known;
    const answering = answer();
    this.#answers.set(key, answering);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > MOST && oldest !== undefined) this.#answers.delete(oldest);
    try {
      return await answering;
    } catch (error) {
      this.#answers.delete(key);
      throw error;
    }
  }
}

/** An edit has the id of its message, and an id says nothing about what another person sent. */
const keyOf = ({ type, id, from, conversation }: InboundActivity) =>
  JSON.stringify([type, conversation.id, from.id, id]);
