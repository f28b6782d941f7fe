import type { Blobs } from '../../src/platform/storage/blobs.js';

export class MemoryBlobs implements Blobs {
  readonly #files = new Map<string, Buffer>();

  get paths(): string[] {
    return [...this.#files.keys()].sort();
  }

  async put(path: string, content: Buffer): Promise<void> {
    this.#files.set(path, content);
  }

  async get(path: string): Promise<Buffer | undefined> {
    return this.#files.get(path);
  }

  async remove(path: string): Promise<void> {
    this.#files.delete(path);
  }

  async removeUnder(prefix: string): Promise<void> {
    for (const path of this.paths) if (path.startsWith(prefix)) this.#files.delete(path);
  }
}
