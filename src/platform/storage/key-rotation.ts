/** Re-encrypts plain values and those under older keys with the present key; the bot keeps running. */
import { BlobCipher } from './blob-cipher.js';
import type { StoredBlobs } from './blobs.js';
import { changed, type EncryptedColumns } from './encrypted-tables.js';
import { isFailure } from './errors.js';
import { FieldCipher } from './field-cipher.js';
import type { KeyRing } from './key-ring.js';
import { rowsOf, type StoredRow, type TableName, type Tables } from './tables.js';

export interface Rotation {
  rewritten: number;
  /** Encrypted with the present key already. */
  fresh: number;
  /** Changed or deleted by another writer in the meantime: needs another run. */
  missed: number;
}

/** @param tables the tables without decryption. Reads every row of the tables with encrypted columns. */
export async function rotateKeys(
  tables: Tables,
  keys: KeyRing,
  encrypted: EncryptedColumns,
): Promise<Rotation> {
  const cipher = new FieldCipher(keys);
  const rotation: Rotation = { rewritten: 0, fresh: 0, missed: 0 };
  for (const [table, columns] of Object.entries(encrypted)) {
    for await (const partitionKey of tables.partitions(table)) {
      for await (const stored of rowsOf(tables, table, partitionKey)) {
        const state = await rotateRow(tables, table, columns, stored, cipher);
        if (state) rotation[state] += 1;
      }
    }
  }
  return rotation;
}

/** @param blobs the files without decryption. Reads every file. */
export async function rotateBlobs(blobs: StoredBlobs, keys: KeyRing): Promise<Rotation> {
  const cipher = new BlobCipher(keys);
  const rotation: Rotation = { rewritten: 0, fresh: 0, missed: 0 };
  const states = { changed: 'rewritten', same: 'fresh', missed: 'missed' } as const;
  for await (const path of blobs.paths()) {
    const sealed = (stored: Buffer) =>
      cipher.isFresh(stored) ? undefined : cipher.seal(cipher.open(stored, path), path);
    rotation[states[await blobs.update(path, sealed)]] += 1;
  }
  return rotation;
}

/** Returns undefined for a row without anything to encrypt. */
async function rotateRow(
  tables: Tables,
  table: TableName,
  columns: readonly string[] | undefined,
  { row, etag }: StoredRow,
  cipher: FieldCipher,
): Promise<keyof Rotation | undefined> {
  let words = 0;
  let fresh = 0;
  const rewritten = changed(table, columns, row, (value, place) => {
    words += 1;
    if (cipher.isFresh(value)) {
      fresh += 1;
      return value;
    }
    return cipher.seal(cipher.open(value, place), place);
  });
  if (words === 0) return undefined;
  if (fresh === words) return 'fresh';
  try {
    await tables.write(table, { kind: 'replace', row: rewritten, etag });
    return 'rewritten';
  } catch (error) {
    if (isFailure(error, 'stale')) return 'missed';
    throw error;
  }
}
