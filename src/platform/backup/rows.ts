/** Rows as lines of JSON, packed. Encrypted columns stay encrypted. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Row } from '../storage/tables.js';

const row = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).and(
  z.object({
    partitionKey: z.string(),
    rowKey: z.string(),
  }),
);

export const pack = (rows: readonly Row[]): Buffer =>
  gzipSync(rows.map((one) => `${JSON.stringify(one)}\n`).join(''));

export function unpack(bytes: Buffer): Row[] {
  const lines = gunzipSync(bytes).toString().split('\n').filter(Boolean);
  return lines.map((line) => row.parse(JSON.parse(line)));
}

const KEYED = /^(?:enc1|hmac1):([\w-]{1,32}):/;

/** The ids of the keys that encrypted or signed something in a row. */
export function keysIn(one: Row): string[] {
  return Object.values(one).flatMap((value) => {
    const [, keyId] = (typeof value === 'string' && KEYED.exec(value)) || [];
    return keyId === undefined ? [] : [keyId];
  });
}
