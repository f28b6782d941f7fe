import { createHash } from 'node:crypto';
import type { FieldKey } from '../../src/platform/storage/field-cipher.js';

/** A key that is always the same for the same id. */
export function aFieldKey(id: string): FieldKey {
  return { id, key: createHash('sha256').update(id).digest() };
}
