/**
 * The same requests to storage as the bot makes for one command, by the SDK alone, with keys and a queue of their own: the bot
 * would take up what is put into its queue.
 */
import { TableClient, type TableEntity, type TransactionAction } from '@azure/data-tables';
import { QueueClient } from '@azure/storage-queue';
import type { TakenMessage } from '../../../src/platform/storage/queue.js';
import type { Operation, PageRequest, Row } from '../../../src/platform/storage/tables.js';
import type { Traced } from '../children/traced.js';

/** Rows that many share: each repetition reads and writes the same ones. */
const SHARED = new Set(['People', 'Instances']);
const QUEUE = 'raw';

export class RawStorage {
  readonly #clients = new Map<string, TableClient>();

  static async open(connectionString: string): Promise<RawStorage> {
    const queue = new QueueClient(connectionString, QUEUE);
    await queue.createIfNotExists();
    return new RawStorage(connectionString, queue);
  }

  private constructor(
    private readonly connectionString: string,
    private readonly queue: QueueClient,
  ) {}

  /** Makes the requests one after the other, under keys that no other repetition has. */
  async repeat(trace: readonly Traced[], at: number): Promise<void> {
    let message: { id: string; receipt: string } | undefined;
    for (const { method, args } of trace) {
      if (method === 'put') {
        const options = { visibilityTimeout: Number(args[1]), messageTimeToLive: -1 };
        const sent = await this.queue.sendMessage(String(args[0]), options);
        message = { id: sent.messageId, receipt: sent.popReceipt };
      } else if (method === 'renew' && message) {
        const { id, receipt } = message;
        const { popReceipt = receipt } = await this.queue.updateMessage(
          id,
          receipt,
          undefined,
          Number(args[1]),
        );
        message = { id, receipt: popReceipt };
      } else if (method === 'remove' && message && (args[0] as TakenMessage).id !== '') {
        await this.queue.deleteMessage(message.id, message.receipt).catch(() => undefined);
      } else if (method !== 'take') {
        await this.#ofTable(method, args, `-${at}`);
      }
    }
  }

  async #ofTable(method: string, [name, ...args]: unknown[], suffix: string): Promise<void> {
    const table = this.#client(String(name));
    const key = (partitionKey: string) =>
      SHARED.has(String(name)) ? partitionKey : `${partitionKey}${suffix}`;
    const entity = ({ partitionKey, ...row }: Row) =>
      ({ ...row, partitionKey: key(partitionKey) }) as TableEntity;
    const action = (operation: Operation): TransactionAction => {
      switch (operation.kind) {
        case 'insert':
          return ['upsert', entity(operation.row), 'Replace'];
        case 'delete':
          return ['delete', { partitionKey: key(operation.partitionKey), rowKey: operation.rowKey }];
        default:
          return ['upsert', entity(operation.row), 'Replace'];
      }
    };
    switch (method) {
      case 'get':
        await table.getEntity(key(String(args[0])), String(args[1])).catch(() => undefined);
        return;
      case 'page': {
        const { partitionKey, rowKeyPrefix = '', size } = args[0] as PageRequest;
        const filter = `PartitionKey eq '${key(partitionKey)}' and RowKey ge '${rowKeyPrefix}'`;
        await table.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: size }).next();
        return;
      }
      case 'commit':
        await table.submitTransaction((args[0] as Operation[]).map(action));
        return;
      case 'write': {
        const operation = args[0] as Operation;
        if (operation.kind !== 'delete') await table.upsertEntity(entity(operation.row), 'Replace');
        else await table.deleteEntity(key(operation.partitionKey), operation.rowKey).catch(() => undefined);
      }
    }
  }

  #client(name: string): TableClient {
    const known = this.#clients.get(name);
    if (known) return known;
    const client = TableClient.fromConnectionString(this.connectionString, name, {
      allowInsecureConnection: true,
    });
    this.#clients.set(name, client);
    return client;
  }
}
