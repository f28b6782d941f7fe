/**
 * Ids of forms that are shown before anything is stored. They are bound to the person and the kind of form, so a
 * person cannot store a row under another person's id, present or future.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { NewId } from './clock.js';
import type { KeyRing } from './storage/key-ring.js';

/** In a UUID, the part that is chosen: its first 16 hexadecimal digits. The rest is a code of 62 bits. */
const CHOSEN = /^([0-9a-f]{8})-([0-9a-f]{4})-8([0-9a-f]{3})-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export class OwnIds {
  /** @param keys the first makes ids, all of them recognise ids. */
  constructor(
    private readonly keys: KeyRing,
    private readonly newId: NewId,
  ) {}

  /** A new UUID for a form of this kind, which only this person can send. */
  issue(kind: string, personId: string): string {
    const [first = '', second = '', third = ''] = this.newId().split('-');
    return withCode(`${first}-${second}-8${third.slice(1)}`, this.keys[0].key, kind, personId);
  }

  /** Returns true for an id that was issued for this kind of form and this person. */
  isOf(kind: string, personId: string, id: string): boolean {
    const chosen = CHOSEN.test(id) ? id.slice(0, 18) : undefined;
    if (chosen === undefined) return false;
    const given = Buffer.from(id);
    return this.keys.some(({ key }) =>
      timingSafeEqual(Buffer.from(withCode(chosen, key, kind, personId)), given),
    );
  }
}

function withCode(chosen: string, key: Buffer, kind: string, personId: string): string {
  const mac = createHmac('sha256', key)
    .update(JSON.stringify([kind, personId, chosen]))
    .digest();
  const hex = mac.toString('hex');
  const variant = '89ab'[mac.readUInt8(31) % 4];
  return `${chosen}-${variant}${hex.slice(0, 3)}-${hex.slice(3, 15)}`;
}
