/**
 * What a copy of the tables holds: each part with its rows and its hash, and the ids of the keys without which it
 * cannot be read or verified. The signature keeps a tampered copy from being restored.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Signer, Verdict } from '../storage/signer.js';

export const MANIFEST = 'manifest.json';
/** The form of the copies that this version writes and reads. */
const FORM = 1;

const part = z.object({
  table: z.string(),
  /** Below the folder of the day. */
  path: z.string(),
  rows: z.number().int(),
  sha256: z.string(),
});
export type Part = z.output<typeof part>;

const contents = z.object({
  form: z.literal(FORM),
  /** The version of the bot. */
  version: z.string(),
  /** `YYYY-MM-DD`. */
  day: z.iso.date(),
  /** ISO 8601, UTC. All that was written before is in it. */
  begunAt: z.iso.datetime(),
  endedAt: z.iso.datetime(),
  /** In the order in which they are restored: a later part replaces the rows of an earlier one. */
  parts: z.array(part),
  /** The ids of the keys that encrypted or signed something in it. */
  keys: z.array(z.string()),
});
export type Contents = z.output<typeof contents>;

const manifest = contents.extend({ signature: z.string() });
export type Manifest = z.output<typeof manifest>;

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export function toManifest(of: Omit<Contents, 'form'>, signer: Signer): Buffer {
  const whole: Contents = { form: FORM, ...of };
  const signature = signer.sign(signable(whole));
  return Buffer.from(`${JSON.stringify({ ...whole, signature }, null, 2)}\n`);
}

/** @throws Error for a file that is no manifest, or one of a later version. */
export function readManifest(bytes: Buffer): Manifest {
  return manifest.parse(JSON.parse(bytes.toString()));
}

export function verdictOn({ signature, ...whole }: Manifest, signer: Signer): Verdict {
  return signer.verify(signature, signable(whole));
}

/** Parses it again, so the order of names in the file does not matter. */
const signable = (whole: Contents) => ['backup', JSON.stringify(contents.parse(whole))];
