import { addMilliseconds } from '../clock.js';
import { insertNew } from '../storage/conditional.js';
import { type Operation, rowsOf, type StoredRow } from '../storage/tables.js';
import { Turnstile } from '../turnstile.js';
import { type CarrierParts, type DispatchResult, RowCarrier } from './carrier.js';
import { fromOutboxRow, isUntouched, OUTBOX_PREFIX, type OutboxItem } from './outbox.js';

/** How long rows that only a later version of the bot understands wait for it. */
const AWAIT_LATER_MS = 10 * 60_000;
/**
 * Sent rows are kept this long, for questions about deliveries; every dispatch reads the rows that are kept.
 */
const KEPT_MS = 7 * 24 * 3_600_000;
/**
 * Old rows are deleted in one transaction of 100 operations, the limit of the service; a smaller batch is not
 * worth a transaction.
 */
const TAKEN_AWAY = 100;
/** Lists and deadlines are brought up to date so many at a time, so that people's messages go first. */
const BEHIND_AT_ONCE = 4;
/** Rows `told:…` note that a row this version does not understand was reported. */
const TOLD_PREFIX = 'told:';

export interface DispatcherParts extends CarrierParts {
  /** Called once for a row that only a later version understands. */
  onPassedOver?: (partitionKey: string) => Promise<void>;
}

interface Pending {
  item: OutboxItem;
  etag: string;
}

/** The chain of a row: rows of one chain run in order, so a list that cannot be written holds up no deadline. */
const chainOf = ({ target, kind }: OutboxItem) => (target === '' ? `of ${kind}` : `for ${target}`);

/** Carries out the outbox rows of one partition. Several dispatchers may work on the same partition. */
export class Dispatcher {
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #behind = new Turnstile(BEHIND_AT_ONCE);
  readonly #carrier: RowCarrier;

  constructor(private readonly parts: DispatcherParts) {
    this.#carrier = new RowCarrier(parts);
  }

  /**
   * Carries out the due rows of a partition, in order for each person. Calls for the same partition run one
   * after another, so that the second sees the results of the first instead of its claims.
   * @param written all rows of a new partition, as they have just been written: they need no reading.
   */
  async dispatch(partitionKey: string, written?: readonly StoredRow[]): Promise<DispatchResult> {
    const before = this.#underWay.get(partitionKey);
    const dispatching = before
      ? before.then(() => this.#dispatch(partitionKey))
      : this.#dispatch(partitionKey, written);
    const settled = dispatching.then(
      () => undefined,
      () => undefined,
    );
    this.#underWay.set(partitionKey, settled);
    try {
      return await dispatching;
    } finally {
      if (this.#underWay.get(partitionKey) === settled) this.#underWay.delete(partitionKey);
    }
  }

  async #dispatch(partitionKey: string, written?: readonly StoredRow[]): Promise<DispatchResult> {
    const rows = written ?? rowsOf(this.parts.tables, this.parts.table, partitionKey, OUTBOX_PREFIX);
    const chains = new Map<string, Pending[]>();
    const [old, passedOver]: [string[], string[]] = [[], []];
    const sentBefore = addMilliseconds(this.parts.clock(), -KEPT_MS).toISOString();
    for await (const stored of rows) {
      const item = fromOutboxRow(stored.row);
      const isPending = item?.status === 'pending';
      if (!item || (isPending && !(item.kind in this.parts.handlers))) passedOver.push(stored.row.rowKey);
      else if (isPending) {
        const chain = chainOf(item);
        chains.set(chain, [...(chains.get(chain) ?? []), { item, etag: stored.etag }]);
      } else if (item.status === 'sent' && item.sentAt < sentBefore) old.push(item.rowKey);
    }
    const carrying = [...chains.values()].map((chain) =>
      chain[0]?.item.target === '' ? this.#behind.run(() => this.#inOrder(chain)) : this.#inOrder(chain),
    );
    const results = await Promise.allSettled(carrying);
    if (old.length >= TAKEN_AWAY) await this.#takeAway(partitionKey, old.slice(0, TAKEN_AWAY));
    for (const rowKey of passedOver) await this.#passOver(partitionKey, rowKey);
    const waits = results.flatMap((result) => {
      if (result.status === 'rejected') throw result.reason;
      return result.value ?? [];
    });
    if (passedOver.length > 0) waits.push(AWAIT_LATER_MS);
    return waits.length === 0 ? undefined : Math.min(...waits);
  }

  /**
   * One chain: a person's notices, or one kind of internal row. A row that cannot be sent now holds up the rows after
   * it; a row that only waits for its hour goes early, ahead of a later row that is due.
   */
  async #inOrder(chain: readonly Pending[]): Promise<DispatchResult> {
    const next = chain.findLastIndex(({ item }) => !isUntouched(item) || item.notBefore === '');
    for (const [at, { item, etag }] of chain.entries()) {
      const due = at < next && isUntouched(item) ? { ...item, notBefore: '' } : item;
      const retryInMs = await this.#carrier.carry(due, etag);
      if (retryInMs !== undefined) return retryInMs;
    }
    return undefined;
  }

  /** Leaves a row to the version that understands it, and reports it once. */
  async #passOver(partitionKey: string, rowKey: string): Promise<void> {
    const { tables, table, onPassedOver, log } = this.parts;
    log.error({ case: partitionKey, row: rowKey }, 'a row of the outbox waits for a later version');
    const told = { partitionKey, rowKey: `${TOLD_PREFIX}${rowKey}` };
    if (!onPassedOver || !(await insertNew(tables, table, told))) return;
    try {
      await onPassedOver(partitionKey);
    } catch (error) {
      log.error({ case: partitionKey, err: error }, 'nobody could be told of a row that waits');
      await tables.write(table, { kind: 'delete', ...told });
    }
  }

  /**
   * When this fails, for instance because another dispatcher was faster, the next dispatch deletes the rest.
   */
  async #takeAway(partitionKey: string, rowKeys: readonly string[]): Promise<void> {
    const { tables, table, log } = this.parts;
    try {
      await tables.commit(
        table,
        rowKeys.map((rowKey): Operation => ({ kind: 'delete', partitionKey, rowKey })),
      );
    } catch (error) {
      log.warn({ case: partitionKey, err: error }, 'old rows of the outbox were not taken away');
    }
  }
}
