/** Deletes drafts with their files. */
import type { Blobs } from '../../../platform/storage/blobs.js';
import { type CaseStore, folderOf } from '../../cases/index.js';
import type { Drafts } from '../store/drafts.js';

export class Discarding {
  constructor(private readonly parts: { drafts: Drafts; store: CaseStore; blobs: Blobs }) {}

  /**
   * Deletes a draft of this person, or the mark that it was sent. If it has become a case, the files belong to the case
   * and stay.
   */
  async discard(personId: string, id: string): Promise<void> {
    if (!(await this.parts.drafts.isOf(personId, id))) return;
    await this.#removeFiles(id);
    await this.parts.drafts.remove(personId, id);
    // A file may have been added in between. If the process ends here, that file is orphaned.
    await this.#removeFiles(id);
  }

  async #removeFiles(id: string): Promise<void> {
    const { store, blobs } = this.parts;
    if ((await store.remains(id)) === 'nothing') await blobs.removeUnder(folderOf(id));
  }

  /** Deletes all drafts of a person, and the marks of those that were sent. */
  async discardAll(personId: string): Promise<void> {
    for (const { id } of await this.parts.drafts.touchedBy(personId)) await this.discard(personId, id);
  }

  /** Deletes up to `most` drafts untouched since `before`. Returns how many; fewer if none is left. */
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
