import { BlobCipher } from './blob-cipher.js';
import type { Blobs } from './blobs.js';
import type { KeyRing } from './key-ring.js';

/** The type is encrypted with the content, so to speak: storage does not learn it. */
const TYPE = 'application/octet-stream';

/**
 * Encrypts files with the first key. Reads files under any key of the ring, and unencrypted ones. Besides the
 * errors of other blobs, throws AppError `unexpected` for a file that was changed or moved, or whose key is
 * missing.
 */
export class EncryptedBlobs implements Blobs {
  readonly #cipher: BlobCipher;

  constructor(
    private readonly blobs: Blobs,
    keys: KeyRing,
  ) {
    this.#cipher = new BlobCipher(keys);
  }

  put(path: string, content: Buffer): Promise<void> {
    return this.blobs.put(path, this.#cipher.seal(content, path), TYPE);
  }

  async get(path: string): Promise<Buffer | undefined> {
    const stored = await this.blobs.get(path);
    return stored && this.#cipher.open(stored, path);
  }

  remove(path: string): Promise<void> {
    return this.blobs.remove(path);
  }

  removeUnder(prefix: string): Promise<void> {
    return this.blobs.removeUnder(prefix);
  }
}

/** Encrypts the files when there are keys. */
export function blobsWithFieldKeys(blobs: Blobs, keys: KeyRing | undefined): Blobs {
  return keys ? new EncryptedBlobs(blobs, keys) : blobs;
}
