/** Encrypts whole files: a mark, the id of the key, a colon, and the sealed content, bound to the file's path. */
import { AppError } from '../errors.js';
import type { KeyRing, RingKey } from './key-ring.js';
import { openWith, sealWith } from './sealing.js';

/** No file that a case accepts begins like this. */
const MARK = Buffer.from('\u0000enc1:');
const END_OF_KEY_ID = ':';

/**
 * A file is encrypted as a whole and not as a stream, because nothing of it may be used before all of it is
 * found unchanged. The size of files is limited where they are taken.
 */
export class BlobCipher {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #first: RingKey;

  constructor(keys: KeyRing) {
    this.#keys = new Map(keys.map(({ id, key }) => [id, key]));
    [this.#first] = keys;
  }

  seal(content: Buffer, path: string): Buffer {
    const { id, key } = this.#first;
    return Buffer.concat([MARK, Buffer.from(id + END_OF_KEY_ID), sealWith(key, content, boundTo(path))]);
  }

  /**
   * Decrypts a file of this path; returns an unencrypted one unchanged.
   * @throws AppError `unexpected` when the key is not in the ring, or the file was changed or moved.
   */
  open(stored: Buffer, path: string): Buffer {
    if (!isSealed(stored)) return stored;
    const id = keyIdOf(stored);
    const key = this.#keys.get(id);
    if (!key) throw new AppError('unexpected', { detail: 'a file under a key that is missing' });
    try {
      return openWith(key, stored.subarray(MARK.length + id.length + 1), boundTo(path));
    } catch (cause) {
      throw new AppError('unexpected', { cause, detail: 'a file was touched' });
    }
  }

  /** Tells whether a file is encrypted with the present key. */
  isFresh(stored: Buffer): boolean {
    return isSealed(stored) && keyIdOf(stored) === this.#first.id;
  }
}

const isSealed = (stored: Buffer) => stored.subarray(0, MARK.length).equals(MARK);

function keyIdOf(stored: Buffer): string {
  return stored.toString(
    'latin1',
    MARK.length,
    Math.max(MARK.length, stored.indexOf(END_OF_KEY_ID, MARK.length)),
  );
}

/** Also says that it is a file, so that nothing of a table opens in its place. */
const boundTo = (path: string) => Buffer.from(JSON.stringify(['blob', path]));
