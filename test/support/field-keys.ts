import { createHash } from 'node:crypto';
import type { FieldKey } from '../../src/platform/storage/field-cipher.js';

/** A key derived from its id, so that it is the same in every run. */
export function aFieldKey(id: string): FieldKey {
  return { id, key: createHash('sha256').update(id).digest() };
}
