/** Work that one instance leaves to another: notices into conversations that belong to it. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Logger } from '../log.js';
import { rowsOf, type Tables } from '../storage/tables.js';
import { inboxOf } from './instances.js';
import { pauseFor } from './pause.js';
import type { DeliveryTimes } from './times.js';
import type { WorkItem } from './work.js';

const inboxRow = z.object({ body: z.string() });

export interface HandoverParts {
  tables: Tables;
  instances: { readonly me: string; readonly count: number };
  /** Does the work; the queue brings back the rest. */
  perform: (body: string) => Promise<void>;
  log: Logger;
  times: Pick<DeliveryTimes, 'handoverMs'>;
}

export class Handover {
  readonly #giving = new Map<string, Promise<void>>();
  readonly #performing = new Set<Promise<void>>();
  #stopping = new AbortController();
  #looking: Promise<void> = Promise.resolve();

  constructor(private readonly parts: HandoverParts) {}

  /**
   * Leaves work to another instance. It is only a hint, which may get lost: the giver keeps a message in the queue until
   * the work is done.
   */
  async give(to: string, item: WorkItem): Promise<void> {
    const body = JSON.stringify(item);
    const key = `${to} ${body}`;
    const giving = this.#giving.get(key) ?? this.#give(to, body).finally(() => this.#giving.delete(key));
    this.#giving.set(key, giving);
    return giving;
  }

  start(): void {
    this.#stopping = new AbortController();
    this.#looking = this.#look(this.#stopping.signal);
  }

  /** Takes no more work and waits for the work in progress. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#looking;
    await Promise.all(this.#performing);
  }

  async #give(to: string, body: string): Promise<void> {
    const row = { partitionKey: inboxOf(to), rowKey: createHash('sha256').update(body).digest('hex'), body };
    try {
      await this.parts.tables.write('Instances', { kind: 'upsert', row });
    } catch (error) {
      this.parts.log.warn({ instance: to, err: error }, 'another instance learns of its work later');
    }
  }

  async #look(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted) {
      if (this.parts.instances.count > 1) await this.#takeAll();
      await pauseFor(this.parts.times.handoverMs, stopping);
    }
  }

  async #takeAll(): Promise<void> {
    const { tables, instances, perform, log } = this.parts;
    try {
      for await (const { row } of rowsOf(tables, 'Instances', inboxOf(instances.me))) {
        const { partitionKey, rowKey } = row;
        await tables.write('Instances', { kind: 'delete', partitionKey, rowKey });
        const performing = perform(inboxRow.parse(row).body)
          .catch((error: unknown) => log.error({ err: error }, 'work of another instance failed'))
          .finally(() => this.#performing.delete(performing));
        this.#performing.add(performing);
      }
    } catch (error) {
      log.warn({ err: error }, 'work of other instances not read');
    }
  }
}
