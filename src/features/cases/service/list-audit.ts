/** Takes out of the lists what a late write has brought back: storage may carry out a write when nobody waits any more. */
import type { FeatureContext } from '../../../feature.js';
import { type ProjectionParts, projectCase } from './projection.js';

/** No write is carried out later, and every projection is done. */
const SETTLED_AFTER_MS = 10 * 60_000;

export interface ListAuditParts
  extends ProjectionParts,
    Pick<FeatureContext, 'instances' | 'clock' | 'log'> {}

export class ListAudit {
  constructor(private readonly parts: ListAuditParts) {}

  /** Reads the lists of all open cases, so one instance does it for all. */
  async run(): Promise<void> {
    const { instances, store, index, clock, log } = this.parts;
    if (instances.ownerOf('list audit') !== instances.me) return;
    const before = new Date(clock().getTime() - SETTLED_AFTER_MS);
    for await (const { caseId, key } of index.strays(before)) {
      log.warn({ case: caseId }, 'a list held a case that is in it no more');
      await index.strike([key]);
      // It may have come into that very list again in between.
      const loaded = await store.load(caseId);
      if (loaded && !loaded.isAhead) await projectCase(this.parts, loaded);
    }
  }
}
