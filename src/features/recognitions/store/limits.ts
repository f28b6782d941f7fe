/** Whom a sender recognised lately: one row beside what they gave, in the table `Recognitions`. */
import { z } from 'zod';
import { changeRow } from '../../../platform/storage/change-row.js';
import type { Row, Tables } from '../../../platform/storage/tables.js';
import { counted, type LimitProblem, limitProblem, type Thanked } from '../domain/limits.js';
import type { Sending } from '../domain/recognition.js';
import { givenBy } from './lists.js';

const TABLE = 'Recognitions';
const ROW = 'limits';
const thanked = z.array(z.object({ personId: z.string(), sendingId: z.string(), at: z.string() }));

export class Limits {
  constructor(private readonly tables: Tables) {}

  /** What keeps a sending from being sent now; it is judged again when it takes its place. */
  async problemOf(
    sending: Pick<Sending, 'id' | 'senderId' | 'people'>,
    now: Date,
  ): Promise<LimitProblem | undefined> {
    const stored = await this.tables.get(TABLE, givenBy(sending.senderId), ROW);
    return problemIn(stored?.row, sending, now);
  }

  /**
   * Takes the place of a sending, once: two at the same time never pass the limits together.
   * @returns what keeps it from being sent; undefined when it has its place.
   */
  take(sending: Sending, now: Date): Promise<LimitProblem | undefined> {
    return this.#change(sending.senderId, (row) => {
      const problem = problemIn(row, sending, now);
      if (problem) return { result: problem };
      const at = now.toISOString();
      const own = sending.people.map((personId) => ({ personId, sendingId: sending.id, at }));
      return { thanked: [...without(sending.id, counted(read(row), now)), ...own], result: undefined };
    });
  }

  /** Gives the place of a sending that was taken back. */
  async free({ senderId, id }: Sending): Promise<void> {
    await this.#change(senderId, (row) => {
      const before = read(row);
      const left = without(id, before);
      return left.length === before.length ? { result: undefined } : { thanked: left, result: undefined };
    });
  }

  #change<Result>(
    senderId: string,
    decide: (row: Row | undefined) => { thanked?: Thanked[]; result: Result },
  ): Promise<Result> {
    const key = { partitionKey: givenBy(senderId), rowKey: ROW };
    return changeRow(this.tables, TABLE, key, (row) => {
      const { thanked: after, result } = decide(row);
      return { result, ...(after && { row: { ...key, thanked: JSON.stringify(after) } }) };
    });
  }
}

const read = (row: Row | undefined): Thanked[] => (row ? thanked.parse(JSON.parse(String(row.thanked))) : []);
const without = (sendingId: string, all: readonly Thanked[]) =>
  all.filter((one) => one.sendingId !== sendingId);

function problemIn(
  row: Row | undefined,
  { id: sendingId, senderId, people }: Pick<Sending, 'id' | 'senderId' | 'people'>,
  now: Date,
): LimitProblem | undefined {
  return limitProblem({ senderId, sendingId, people }, read(row), now);
}
