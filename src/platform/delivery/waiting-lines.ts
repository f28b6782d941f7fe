/**
 * The order: answers to waiting people, then urgent notices, other notices of cases, recognitions, the rest, and
 * last the practices of the day, which come to many at the same moment.
 */
const PRIORITIES = ['reply', 'urgent', 'case', 'recognition', 'other', 'practice'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** A message that waits for its turn. */
export interface Waiting {
  conversationId: string;
  priority: Priority;
  go: () => void;
}

/** How many go before a new one: in its line, and in all that are as important or more. */
export interface Ahead {
  inLine: number;
  inAll: number;
}

/** Lines of waiting messages: one for each conversation and priority, so that a full conversation holds up no other. */
export class WaitingLines {
  readonly #lines = new Map<Priority, Map<string, Set<Waiting>>>(PRIORITIES.map((each) => [each, new Map()]));
  readonly #counts = new Map<Priority, number>();

  /** Puts a message at the end of its line. */
  add(waiting: Waiting): Ahead {
    const { priority, conversationId } = waiting;
    const lines = this.#of(priority);
    const line = lines.get(conversationId) ?? new Set();
    const ahead = { inLine: line.size, inAll: this.#countUpTo(priority) };
    lines.set(conversationId, line.add(waiting));
    this.#count(priority, 1);
    return ahead;
  }

  has(waiting: Waiting): boolean {
    return this.#of(waiting.priority).get(waiting.conversationId)?.has(waiting) ?? false;
  }

  remove(waiting: Waiting): void {
    const { priority, conversationId } = waiting;
    const line = this.#of(priority).get(conversationId);
    if (!line?.delete(waiting)) return;
    this.#count(priority, -1);
    if (line.size === 0) this.#of(priority).delete(conversationId);
  }

  /** The first of each line, the most important lines first. */
  *first(): Generator<Waiting> {
    for (const lines of this.#lines.values()) {
      for (const line of lines.values()) {
        const [first] = line;
        if (first) yield first;
      }
    }
  }

  #countUpTo(last: Priority): number {
    const upTo = PRIORITIES.slice(0, PRIORITIES.indexOf(last) + 1);
    return upTo.reduce((sum, priority) => sum + (this.#counts.get(priority) ?? 0), 0);
  }

  #count(priority: Priority, by: 1 | -1): void {
    this.#counts.set(priority, (this.#counts.get(priority) ?? 0) + by);
  }

  #of(priority: Priority): Map<string, Set<Waiting>> {
    const lines = this.#lines.get(priority);
    if (!lines) throw new TypeError(`no priority ${priority}`);
    return lines;
  }
}
