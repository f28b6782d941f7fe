/**
 * Signs values with HMAC-SHA-256, under keys that are not in storage: a person who can only write to storage can
 * change a value but not sign it.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { KEY_BYTES, type KeyRing, type RingKey } from './key-ring.js';

/** `unknown-key`: the key of the signature is not in the ring, so nothing can be said. */
export type Verdict = 'valid' | 'wrong' | 'unknown-key';
export type Signable = readonly (string | number)[];

/** `hmac1:KEY:`, then the signature in base64url. */
const SIGNATURE = /^hmac1:([\w-]{1,32}):([\w-]{43})$/;

export class Signer {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #ring: KeyRing;

  /** @param keys the first signs, all of them verify. */
  constructor(keys: KeyRing) {
    this.#keys = new Map(keys.map(({ id, key }) => [id, key]));
    this.#ring = keys;
  }

  /** Derives keys for another purpose (RFC 5869), which tell nothing of these. */
  keysFor(purpose: string): KeyRing {
    const derived = ({ id, key }: RingKey): RingKey => ({
      id,
      key: Buffer.from(hkdfSync('sha256', key, '', purpose, KEY_BYTES)),
    });
    const [first, ...others] = this.#ring;
    return [derived(first), ...others.map(derived)];
  }

  sign(values: Signable): string {
    const [{ id, key }] = this.#ring;
    return `hmac1:${id}:${macOf(key, values).toString('base64url')}`;
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
