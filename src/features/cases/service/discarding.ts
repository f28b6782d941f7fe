/** Drafts taken away with the files that were sent for them. */
import type { Blobs } from '../../../platform/storage/blobs.js';
import type { CaseStore } from '../store/case-store.js';
import type { Drafts } from '../store/drafts.js';
import { folderOf } from './evidence-files.js';

export class Discarding {
  constructor(private readonly parts: { drafts: Drafts; store: CaseStore; blobs: Blobs }) {}

  /** Where the draft has become a case, the files belong to that and stay. */
  async discard(personId: string, id: string): Promise<void> {
    await this.#removeFiles(id);
    await this.parts.drafts.remove(personId, id);
    // A file may have come to the draft in between; where the process ends here, one that did is left behind.
    await this.#removeFiles(id);
  }

  async #removeFiles(id: string): Promise<void> {
    const { store, blobs } = this.parts;
    if ((await store.remains(id)) === 'nothing') await blobs.removeUnder(folderOf(id));
  }

  /** All that a person has begun to write, and that they have sent something. */
  async discardAll(personId: string): Promise<void> {
    for (const { id } of await this.parts.drafts.touchedBy(personId)) await this.discard(personId, id);
  }

  /** Up to `most` drafts that nobody has touched since a moment. Returns how many; fewer when none is left. */
  async sweep(before: Date, most: number): Promise<number> {
    let count = 0;
    for await (const { personId, id } of this.parts.drafts.untouchedSince(before)) {
      if (count === most) break;
      await this.discard(personId, id);
      count += 1;
    }
    return count;
  }
}
