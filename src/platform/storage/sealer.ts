import { FieldCipher } from './field-cipher.js';
import type { KeyRing } from './key-ring.js';

/** Encrypts what waits in the queue. */
export interface Sealer {
  /** @param id what the sealed text is bound to. */
  seal(text: string, id: string): string;
  open(sealed: string, id: string): string;
}

/** Without keys, in local mode, nothing is encrypted. */
export function sealerWith(keys: KeyRing | undefined): Sealer {
  if (!keys) return { seal: (text) => text, open: (text) => text };
  const cipher = new FieldCipher(keys);
  const placeOf = (id: string) => ({ table: 'queue', partitionKey: 'work', rowKey: id, column: 'sealed' });
  return {
    seal: (text, id) => cipher.seal(text, placeOf(id)),
    open: (sealed, id) => cipher.open(sealed, placeOf(id)),
  };
}
