/** A downloaded copy on disk: `…/2026-11-24/manifest.json` and the files it names. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Signer } from '../storage/signer.js';
import type { Row } from '../storage/tables.js';
import { hashOf, MANIFEST, type Manifest, type Part, readManifest, verdictOn } from './manifest.js';
import { unpack } from './rows.js';

/** The copy cannot be restored as it is. */
export class CopyError extends Error {
  override readonly name = 'CopyError';
}

export class CopyFolder {
  readonly manifest: Manifest;

  /** @throws CopyError when there is no manifest, or it is not as it was signed. */
  constructor(
    private readonly path: string,
    signer: Signer,
  ) {
    const file = join(path, MANIFEST);
    if (!existsSync(file)) throw new CopyError(`There is no ${file}: the copy was not finished.`);
    this.manifest = readManifest(readFileSync(file));
    const verdict = verdictOn(this.manifest, signer);
    if (verdict === 'unknown-key') throw new CopyError(`${file}: its key is not in INTEGRITY_KEYS.`);
    if (verdict === 'wrong') throw new CopyError(`${file} is not as it was signed.`);
  }

  /** @throws CopyError when the part is missing or was changed. */
  rowsOf(part: Part): Row[] {
    const file = join(this.path, part.path);
    if (!existsSync(file)) throw new CopyError(`There is no ${file}.`);
    const bytes = readFileSync(file);
    if (hashOf(bytes) !== part.sha256) throw new CopyError(`${file} is not what was copied.`);
    return unpack(bytes);
  }

  /** Reads every part, so that nothing is written of a copy that is not whole. */
  check(): void {
    for (const part of this.manifest.parts) this.rowsOf(part);
  }
}

/** The copies of later days in the same folder, which list later deletions. */
export function laterCopies(path: string, signer: Signer): CopyFolder[] {
  const own = resolve(path);
  const days = readdirSync(dirname(own)).filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name));
  return days
    .filter((day) => day > basename(own) && existsSync(join(dirname(own), day, MANIFEST)))
    .map((day) => new CopyFolder(join(dirname(own), day), signer));
}
