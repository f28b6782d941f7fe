/** Successive keys, so that a key can change while older values stay readable. */
import { z } from 'zod';

export interface RingKey {
  /** Letters, digits, `-` and `_`; stored with each value. */
  id: string;
  /** 32 bytes. */
  key: Buffer;
}

/** The first encrypts or signs; all of them decrypt or verify. */
export type KeyRing = readonly [RingKey, ...RingKey[]];

export const KEY_BYTES = 32;
/** `id:base64key,id:base64key`. No error message repeats the value. */
export const keyRing = z
  .string()
  .transform((value) =>
    value.split(',').map((part): RingKey => {
      const [id = '', key = ''] = part.trim().split(':');
      return { id, key: Buffer.from(key, 'base64') };
    }),
  )
  .refine(
    (keys) => keys.every(({ id, key }) => /^[\w-]{1,32}$/.test(id) && key.length === KEY_BYTES),
    `write "id:key,id:key", each key ${KEY_BYTES} bytes in base64`,
  )
  .refine((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, 'two keys have the same id')
  .transform((keys) => keys as unknown as KeyRing);
