/**
 * Content as the build has read it: parsing YAML is a sixth of the start. Each file has the digest of its source as its
 * name, so that a source that has changed is parsed again.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ROOT } from '../root.js';

const FOLDER = `${ROOT}dist/content/`;

const pathOf = (source: string) => `${FOLDER}${createHash('sha256').update(source).digest('hex')}.json`;

/** What the source says; undefined when the build has not read it so. */
export function builtOf(source: string): unknown {
  const path = pathOf(source);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** @param files what each source says. */
export function writeBuilt(files: ReadonlyMap<string, unknown>): void {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const [source, content] of files) writeFileSync(pathOf(source), JSON.stringify(content));
}
