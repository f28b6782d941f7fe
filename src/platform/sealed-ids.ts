/** Ids that say nothing to who holds them: the name of a thing, encrypted. */
import type { KeyRing } from './storage/key-ring.js';
import { openWith, sealWith } from './storage/sealing.js';

const SEALED = /^([\w-]{1,32})\.([\w-]{38,800})$/;

export class SealedIds {
  /** @param keys the first seals, all of them open. */
  constructor(private readonly keys: KeyRing) {}

  /** @param kind of thing; the id opens as no other kind. */
  seal(kind: string, name: string): string {
    const [{ id, key }] = this.keys;
    return `${id}.${sealWith(key, Buffer.from(name), Buffer.from(kind)).toString('base64url')}`;
  }

  /** Returns the name; undefined for an id that was not sealed here for this kind. */
  open(kind: string, sealed: string): string | undefined {
    const [, keyId, bytes = ''] = SEALED.exec(sealed) ?? [];
    const key = this.keys.find(({ id }) => id === keyId)?.key;
    if (!key) return undefined;
    try {
      return openWith(key, Buffer.from(bytes, 'base64url'), Buffer.from(kind)).toString();
    } catch {
      return undefined;
    }
  }
}
