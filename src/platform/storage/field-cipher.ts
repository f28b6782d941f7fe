/**
 * Encrypts single values of a table: compressed, then AES-256-GCM. A value carries the id of its key and is
 * bound to its place, so that a changed or moved value is refused.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { AppError } from '../errors.js';
import type { KeyRing, RingKey } from './key-ring.js';
import { openWith, sealWith } from './sealing.js';

/** The place of a value in storage. */
export interface Place {
  table: string;
  partitionKey: string;
  rowKey: string;
  column: string;
}

/** `enc1:KEY:`, then the IV, the tag and the ciphertext in base64url. Everything else is unencrypted. */
const ENCRYPTED = /^enc1:([\w-]{1,32}):([\w-]{38,})$/;
/** Limits decompression; no value is longer than a column. */
const MOST_BYTES = 262_144;

/** Tells whether a value is encrypted, whatever the key. */
export const isEncrypted = (value: unknown): boolean => typeof value === 'string' && ENCRYPTED.test(value);

export class FieldCipher {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #first: RingKey;

  constructor(keys: KeyRing) {
    this.#keys = new Map(keys.map(({ id, key }) => [id, key]));
    [this.#first] = keys;
  }

  seal(text: string, place: Place): string {
    const sealed = sealWith(this.#first.key, deflateRawSync(pack(text)), boundTo(place));
    return `enc1:${this.#first.id}:${sealed.toString('base64url')}`;
  }

  /**
   * Decrypts a value of this place; returns an unencrypted value unchanged.
   * @throws AppError `unexpected` when the key is not in the ring, or the value was changed or moved.
   */
  open(value: string, place: Place): string {
    const [, keyId = '', encoded = ''] = ENCRYPTED.exec(value) ?? [];
    if (keyId === '') return value;
    const key = this.#keys.get(keyId);
    if (!key) throw new AppError('unexpected', { detail: `no field key ${keyId}` });
    try {
      const packed = openWith(key, Buffer.from(encoded, 'base64url'), boundTo(place));
      return unpack(inflateRawSync(packed, { maxOutputLength: MOST_BYTES }));
    } catch (cause) {
      throw new AppError('unexpected', { cause, detail: `a field of ${place.table} was touched` });
    }
  }

  /** Tells whether a value is encrypted with the present key. */
  isFresh(value: string): boolean {
    return ENCRYPTED.exec(value)?.[1] === this.#first.id;
  }
}

/** A JSON list, so that two places never give the same bytes, whatever characters their keys contain. */
function boundTo({ table, partitionKey, rowKey, column }: Place): Buffer {
  return Buffer.from(JSON.stringify([table, partitionKey, rowKey, column]));
}

// People's words may contain a lone surrogate, which UTF-8 cannot encode; the first byte names the encoding.
const UTF8 = 0;
const UTF16 = 1;

function pack(text: string): Buffer {
  const isWhole = text.isWellFormed();
  return Buffer.concat([
    Buffer.from([isWhole ? UTF8 : UTF16]),
    Buffer.from(text, isWhole ? 'utf8' : 'utf16le'),
  ]);
}

function unpack(packed: Buffer): string {
  return packed.subarray(1).toString(packed[0] === UTF16 ? 'utf16le' : 'utf8');
}
