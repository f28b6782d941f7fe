/**
 * Encrypts single values of a table: AES-256-GCM, compressed before, with the id of the key before it and the place
 * where the value stands bound to it, so that a value that was changed or moved is refused.
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

/** Where a value stands. */
export interface Place {
  table: string;
  partitionKey: string;
  rowKey: string;
  column: string;
}

export const KEY_BYTES = 32;
/** `id:base64key,id:base64key`. No message repeats what was set. */
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
/** `enc1:KEY:` and the vector, the tag and the rest, in base64url. What looks otherwise was written plain. */
const ENCRYPTED = /^enc1:([\w-]{1,32}):([\w-]{38,})$/;
/** No value of ours is longer than a column, however well it was compressed. */
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
   * What was sealed at this place; a value that was never encrypted comes back as it is.
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

  /** Whether a value is as it would be written now. */
  isFresh(value: string): boolean {
    return ENCRYPTED.exec(value)?.[1] === this.#first.id;
  }
}

/** As a list, so that no two places read the same, whatever their keys hold. */
function boundTo({ table, partitionKey, rowKey, column }: Place): Buffer {
  return Buffer.from(JSON.stringify([table, partitionKey, rowKey, column]));
}

// A lone surrogate, which people's words may hold, has no UTF-8; the first byte says which of the two it is.
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
