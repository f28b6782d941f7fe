/**
 * Encrypts single values of a table: compressed, then AES-256-GCM. A value carries the id of its key and is
 * bound to its place, so that a changed or moved value is refused.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { AppError } from '../errors.js';

export interface FieldKey {
  /** Letters, digits, `-` and `_`; stored with each value. */
  id: string;
  /** 32 bytes. */
  key: Buffer;
}

/** The first encrypts; all of them decrypt. */
export type FieldKeys = readonly [FieldKey, ...FieldKey[]];

/** The place of a value in storage. */
export interface Place {
  table: string;
  partitionKey: string;
  rowKey: string;
  column: string;
}

export const KEY_BYTES = 32;
/** `id:base64key,id:base64key`. No error message repeats the value. */
export const fieldKeys = z
  .string()
  .transform((value) =>
    value.split(',').map((part): FieldKey => {
      const [id = '', key = ''] = part.trim().split(':');
      return { id, key: Buffer.from(key, 'base64') };
    }),
  )
  .refine(
    (keys) => keys.every(({ id, key }) => /^[\w-]{1,32}$/.test(id) && key.length === KEY_BYTES),
    `write "id:key,id:key", each key ${KEY_BYTES} bytes in base64`,
  )
  .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, 'two keys have the same id')
  .transform((keys) => keys as unknown as FieldKeys);

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** `enc1:KEY:`, then the IV, the tag and the ciphertext in base64url. Everything else is unencrypted. */
const ENCRYPTED = /^enc1:([\w-]{1,32}):([\w-]{38,})$/;
/** Limits decompression; no value is longer than a column. */
const MOST_BYTES = 262_144;

export class FieldCipher {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #first: FieldKey;

  constructor(keys: FieldKeys) {
    this.#keys = new Map(keys.map(({ id, key }) => [id, key]));
    [this.#first] = keys;
  }

  seal(text: string, place: Place): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#first.key, iv, { authTagLength: TAG_BYTES });
    cipher.setAAD(boundTo(place));
    const packed = deflateRawSync(pack(text));
    const sealed = Buffer.concat([cipher.update(packed), cipher.final()]);
    const all = Buffer.concat([iv, cipher.getAuthTag(), sealed]);
    return `enc1:${this.#first.id}:${all.toString('base64url')}`;
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
    const all = Buffer.from(encoded, 'base64url');
    const decipher = createDecipheriv(ALGORITHM, key, all.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(boundTo(place));
    decipher.setAuthTag(all.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    try {
      const packed = Buffer.concat([decipher.update(all.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
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
