/**
 * Signs values with HMAC-SHA-256, under keys that are not in storage: somebody who can write to storage, and no more,
 * can change a value but cannot sign it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyRing, RingKey } from './key-ring.js';

/** `unknown-key`: the key of the signature is not in the ring, so nothing can be said. */
export type Verdict = 'valid' | 'wrong' | 'unknown-key';
export type Signable = readonly (string | number)[];

/** `hmac1:KEY:`, then the signature in base64url. */
const SIGNATURE = /^hmac1:([\w-]{1,32}):([\w-]{43})$/;

export class Signer {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #first: RingKey;

  /** @param keys the first signs, all of them verify. */
  constructor(keys: KeyRing) {
    this.#keys = new Map(keys.map(({ id, key }) => [id, key]));
    [this.#first] = keys;
  }

  sign(values: Signable): string {
    return `hmac1:${this.#first.id}:${macOf(this.#first.key, values).toString('base64url')}`;
  }

  verify(signature: string, values: Signable): Verdict {
    const [, keyId = '', encoded = ''] = SIGNATURE.exec(signature) ?? [];
    if (keyId === '') return 'wrong';
    const key = this.#keys.get(keyId);
    if (!key) return 'unknown-key';
    const [given, expected] = [Buffer.from(encoded, 'base64url'), macOf(key, values)];
    return given.length === expected.length && timingSafeEqual(given, expected) ? 'valid' : 'wrong';
  }
}

export const isSignature = (value: string): boolean => SIGNATURE.test(value);

/** A JSON list, so that two lists of values never give the same bytes. */
function macOf(key: Buffer, values: Signable): Buffer {
  return createHmac('sha256', key).update(JSON.stringify(values)).digest();
}
