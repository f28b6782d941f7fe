/** Puts right what a late write has done to the lists: storage may carry out a write when nobody waits any more. */
import type { FeatureContext } from '../../../../feature.js';
import { type ProjectionParts, projectCase } from '../lists/projection.js';

/** No write is carried out later, and every projection is done. */
const SETTLED_AFTER_MS = 10 * 60_000;
/** Longer than between three audits. */
const CLOSED_WITHIN_MS = 45 * 60_000;

export interface ListAuditParts
  extends ProjectionParts,
    Pick<FeatureContext, 'instances' | 'clock' | 'log'> {}

export class ListAudit {
  constructor(private readonly parts: ListAuditParts) {}

  /** Reads the lists of all open cases, so one instance does it for all. */
  async run(): Promise<void> {
    const { instances, clock } = this.parts;
    if (instances.ownerOf('list audit') !== instances.me) return;
    const before = new Date(clock().getTime() - SETTLED_AFTER_MS);
    await this.#strikeStrays(before);
    await this.#renewClosed(before);
  }

  /** What an earlier state has brought back. */
  async #strikeStrays(before: Date): Promise<void> {
    const { index, log } = this.parts;
    for await (const { caseId, key } of index.strays(before)) {
      log.warn({ case: caseId }, 'a list held a case that is in it no more');
      await index.strike([key]);
      // It may have come into that very list again in between.
      await this.#project(caseId);
    }
  }

  /** Nothing happens any more to a case that is closed, which would put its rows right. */
  async #renewClosed(before: Date): Promise<void> {
    const since = new Date(before.getTime() - CLOSED_WITHIN_MS);
    for await (const { id, closedAt } of this.parts.index.closedSince(since)) {
      if (closedAt < before) await this.#project(id);
    }
  }

  async #project(caseId: string): Promise<void> {
    const loaded = await this.parts.store.load(caseId);
    if (loaded && !loaded.isAhead) await projectCase(this.parts, loaded);
  }
}
