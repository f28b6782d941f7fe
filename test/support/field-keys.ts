import { createHash } from 'node:crypto';
import type { RingKey } from '../../src/platform/storage/key-ring.js';

/** A key derived from its id, so that it is the same in every run. */
export function aFieldKey(id: string): RingKey {
  return { id, key: createHash('sha256').update(id).digest() };
}
