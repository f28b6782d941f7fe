import type { StoredBlobs } from '../../src/platform/storage/blobs.js';

/** `StoredBlobs` in memory. `test/contract` runs them through the same tests as the real ones. */
export class MemoryBlobs implements StoredBlobs {
  readonly #files = new Map<string, Buffer>();

  async put(path: string, content: Buffer): Promise<void> {
    this.#files.set(path, Buffer.from(content));
  }

  async get(path: string): Promise<Buffer | undefined> {
    const content = this.#files.get(path);
    return content && Buffer.from(content);
  }

  async *paths(): AsyncGenerator<string> {
    yield* [...this.#files.keys()].sort();
  }

  async update(
    path: string,
    change: (content: Buffer) => Buffer | undefined,
  ): Promise<'changed' | 'same' | 'missed'> {
    const content = this.#files.get(path);
    if (!content) return 'missed';
    const changed = change(Buffer.from(content));
    if (!changed) return 'same';
    // As in storage, another writer may have been faster.
    if (this.#files.get(path) !== content) return 'missed';
    this.#files.set(path, Buffer.from(changed));
    return 'changed';
  }

  async remove(path: string): Promise<void> {
    this.#files.delete(path);
  }

  async removeUnder(prefix: string): Promise<void> {
    for (const path of this.#files.keys()) if (path.startsWith(prefix)) this.#files.delete(path);
  }
}
