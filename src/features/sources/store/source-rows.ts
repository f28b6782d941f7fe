/**
 * The rows of other channels, in the table `Sources`: a partition for each channel, with the rows `row:…` by their own
 * id, and for each that waits or is to be carried out a row `wait:…` or `carry:…` in the order of the work.
 */
import { z } from 'zod';
import type { NewId } from '../../../platform/clock.js';
import { isFailure } from '../../../platform/storage/errors.js';
import { MAX_OPERATIONS } from '../../../platform/storage/limits.js';
import {
  type Operation,
  type Row,
  rowKeysOf,
  rowsOf,
  type Tables,
} from '../../../platform/storage/tables.js';
import { type Assessed, assessed, CHANNELS, type Channel, keyOf, rankOf } from '../domain/arrived.js';
import { oldCaseIdOf, oldIdOf } from '../domain/old-ids.js';
import { decision, type SourceRow, STATES, thanked } from '../domain/source-row.js';

const ROW = 'row:';
const WAIT = 'wait:';
const CARRY = 'carry:';
const IDS = 'ids:';
/** A row, its place in the list and its id: three operations each. */
const AT_ONCE = Math.floor(MAX_OPERATIONS / 3);
const TRIES = 5;

const columns = z.object({
  id: z.string().default(''),
  becomes: z.string().default(''),
  state: z.enum(STATES),
  keptAt: z.string(),
  slot: z.string(),
  caseNumber: z.string(),
  content: z.string(),
  decision: z.string(),
  tried: z.string().default(''),
});

/** A row as read, with what the next write builds on. */
export interface StoredSource {
  row: SourceRow;
  etag: string;
}

/** Where a row is. */
export interface Place {
  channel: Channel;
  key: string;
}

export class SourceRows {
  constructor(
    private readonly tables: Tables,
    private readonly newId: NewId,
  ) {}

  /** The keys of all rows that a channel ever brought. One request for a thousand. */
  async known(channel: Channel): Promise<Set<string>> {
    const keys = new Set<string>();
    for await (const rowKey of rowKeysOf(this.tables, 'Sources', channel, ROW))
      keys.add(rowKey.slice(ROW.length));
    return keys;
  }

  /** Keeps rows of one channel, some 30 in a request. Those that are there already stay as they are. @returns how many were new. */
  async keep(
    channel: Channel,
    rows: readonly Assessed[],
    known: Set<string>,
    keptAt: string,
  ): Promise<number> {
    let added = 0;
    const left = rows.filter(({ ownId }) => !known.has(keyOf(ownId)));
    for (let at = 0; at < left.length; at += AT_ONCE)
      added += await this.#insert(channel, left.slice(at, at + AT_ONCE), known, keptAt);
    return added;
  }

  async #insert(
    channel: Channel,
    rows: readonly Assessed[],
    known: Set<string>,
    keptAt: string,
  ): Promise<number> {
    for (let attempt = 1; ; attempt++) {
      const added = rows.filter(({ ownId }) => !known.has(keyOf(ownId)));
      if (added.length === 0) return 0;
      try {
        await this.tables.commit(
          'Sources',
          added.flatMap((row) => insertsOf(row, keptAt, this.newId())),
        );
        for (const { ownId } of added) known.add(keyOf(ownId));
        return added.length;
      } catch (error) {
        // Another person keeps the same file, or an earlier try was stored and its answer lost.
        if (attempt === TRIES || !isFailure(error, 'exists', 'unavailable')) throw error;
        for (const key of await this.known(channel)) known.add(key);
      }
    }
  }

  async find({ channel, key }: Place): Promise<StoredSource | undefined> {
    const found = await this.tables.get('Sources', channel, `${ROW}${key}`);
    return found && { row: rowIn(found.row), etag: found.etag };
  }

  /** The row that a card names. */
  async byId(id: string): Promise<StoredSource | undefined> {
    for (const channel of CHANNELS) {
      const found = await this.tables.get('Sources', channel, `${IDS}${id}`);
      if (found) return this.find({ channel, key: String(found.row.key) });
    }
    return undefined;
  }

  /**
   * Stores a row in its new state, and moves it in the lists, in one transaction.
   * @returns false when somebody else was faster.
   */
  async change({ row: before, etag }: StoredSource, after: SourceRow): Promise<boolean> {
    const { channel } = before;
    const key = keyOf(before.ownId);
    const moves: Operation[] = [
      ...(before.slot ? [{ kind: 'delete', partitionKey: channel, rowKey: before.slot } as const] : []),
      ...(after.slot ? [{ kind: 'upsert', row: slotRow(after) } as const] : []),
    ];
    try {
      await this.tables.commit('Sources', [
        { kind: 'replace', row: toRow(after), etag },
        ...(before.slot === after.slot ? [] : moves),
      ]);
      return true;
    } catch (error) {
      if (isFailure(error, 'stale', 'refused')) return false;
      // The answer may have been lost.
      const now = isFailure(error, 'unavailable') ? await this.find({ channel, key }) : undefined;
      if (now && JSON.stringify(now.row) === JSON.stringify(rowIn(toRow(after)))) return true;
      throw error;
    }
  }

  /** The rows that wait, what cannot wait first. @param rank only these. */
  async waiting(most: number, rank?: number): Promise<SourceRow[]> {
    const prefix = rank === undefined ? WAIT : `${WAIT}${rank}:`;
    const lists = await Promise.all(
      CHANNELS.map((partitionKey) =>
        this.tables.page('Sources', { partitionKey, rowKeyPrefix: prefix, keysOnly: true, size: most }),
      ),
    );
    const slots = lists
      .flatMap(({ rows }) =>
        rows.map(({ row }) => ({ channel: row.partitionKey as Channel, slot: row.rowKey })),
      )
      .sort((one, other) => (one.slot < other.slot ? -1 : 1))
      .slice(0, most);
    const found = await Promise.all(
      slots.map(({ channel, slot }) => this.find({ channel, key: keyIn(slot) })),
    );
    return found.flatMap((one) => (one?.row.state === 'waiting' ? [one.row] : []));
  }

  /** How many wait, and how many of them cannot. One request for a thousand in each channel. */
  async count(): Promise<{ waiting: number; urgent: number }> {
    let [waiting, urgent] = [0, 0];
    for (const channel of CHANNELS)
      for await (const rowKey of rowKeysOf(this.tables, 'Sources', channel, WAIT)) {
        waiting += 1;
        if (rowKey.startsWith(`${WAIT}0:`)) urgent += 1;
      }
    return { waiting, urgent };
  }

  /** Decisions that were made before a moment and are not carried out, the oldest first. */
  async *unfinished(before: Date): AsyncGenerator<Place> {
    for (const channel of CHANNELS)
      for await (const rowKey of rowKeysOf(this.tables, 'Sources', channel, CARRY)) {
        if (rowKey.slice(CARRY.length) >= before.toISOString()) break;
        yield { channel, key: keyIn(rowKey) };
      }
  }

  /** Rows that were kept before a moment and still wait. */
  async *waitingSince(before: Date): AsyncGenerator<StoredSource> {
    for (const channel of CHANNELS)
      for await (const { row } of rowsOf(this.tables, 'Sources', channel, WAIT)) {
        if (String(row.keptAt) >= before.toISOString()) continue;
        const found = await this.find({ channel, key: keyIn(row.rowKey) });
        if (found?.row.state === 'waiting') yield found;
      }
  }

  /** The rows about a person that are not over. */
  async *about(personId: string): AsyncGenerator<SourceRow> {
    for (const partitionKey of CHANNELS) {
      let token: string | undefined;
      do {
        const where = { personId };
        const page = await this.tables.page('Sources', {
          partitionKey,
          rowKeyPrefix: ROW,
          where,
          size: 100,
          token,
        });
        yield* page.rows.map(({ row }) => rowIn(row));
        token = page.next;
      } while (token !== undefined);
    }
  }
}

/** Where a row waits; at the end of its rank once it was put off. */
export function waitSlot(row: Assessed, putOffAt = ''): string {
  const order = putOffAt === '' ? `0:${row.occurredOn}` : `1:${putOffAt}`;
  return `${WAIT}${rankOf(row.proposed)}:${order}:${keyOf(row.ownId)}`;
}

export const carrySlot = ({ ownId }: Pick<Assessed, 'ownId'>, at: string): string =>
  `${CARRY}${at}:${keyOf(ownId)}`;

/** Keys have no colon. */
const keyIn = (slot: string): string => slot.slice(slot.lastIndexOf(':') + 1);

function insertsOf(row: Assessed, keptAt: string, id: string): Operation[] {
  const slot = waitSlot(row);
  const kept: SourceRow = { ...row, id, becomes: id, state: 'waiting', keptAt, slot, caseNumber: '' };
  const ids = { partitionKey: row.channel, rowKey: `${IDS}${id}`, key: keyOf(row.ownId) };
  return [toRow(kept), slotRow(kept), ids].map((each) => ({ kind: 'insert', row: each }));
}

const slotRow = ({ channel, slot, keptAt }: SourceRow): Row => ({
  partitionKey: channel,
  rowKey: slot,
  keptAt,
});

function toRow(row: SourceRow): Row {
  const {
    id,
    becomes,
    state,
    keptAt,
    slot,
    caseNumber,
    decision: decided,
    tried,
    personId,
    ...content
  } = row;
  return {
    partitionKey: row.channel,
    rowKey: `${ROW}${keyOf(row.ownId)}`,
    id,
    becomes,
    state,
    keptAt,
    slot,
    caseNumber,
    personId: personId ?? '',
    content: JSON.stringify(assessed.parse(content)),
    decision: decided ? JSON.stringify(decided) : '',
    tried: tried ? JSON.stringify(tried) : '',
  };
}

function rowIn(row: Row): SourceRow {
  const { content, id, becomes, decision: decided, tried, ...plain } = columns.parse(row);
  const { personId } = z.object({ personId: z.string() }).parse(row);
  const told = assessed.parse(JSON.parse(content));
  return {
    ...told,
    id: id || oldIdOf(told),
    becomes: becomes || oldCaseIdOf(told),
    ...plain,
    ...(personId && { personId }),
    ...(decided && { decision: decision.parse(JSON.parse(decided)) }),
    ...(tried && { tried: thanked.parse(JSON.parse(tried)) }),
  };
}
