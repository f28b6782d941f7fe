/**
 * Tells whether the content has to be read again for the models. Reading the narratives takes ten seconds, and most builds
 * change nothing that examples are made of. Which model is trained again, its own stamp says.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODELS } from '../platform/learning/model-file.js';
import { ROOT } from '../platform/root.js';

/** What examples are made of: the content, the code that reads it, and the versions of packages. */
const SOURCES = ['content', 'src', 'package-lock.json'];
const STAMP = 'made-of.sha256';

export function digestOfSources(): string {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap(filesOf)) {
    hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)));
  }
  return hash.digest('hex');
}

/** Also false when a model is missing. @param sources their digest. */
export function isUpToDate(sources: string, folder = MODELS): boolean {
  const stamp = join(folder, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(sources, folder);
}

/** Before anything is made: what is left half done is not up to date. */
export function noteBegun(folder = MODELS): void {
  rmSync(join(folder, STAMP), { force: true });
}

/** @param sources their digest before they were read, since they may have changed meanwhile. */
export function noteDone(sources: string, folder = MODELS): void {
  writeFileSync(join(folder, STAMP), stampOf(sources, folder));
}

function stampOf(sources: string, folder: string): string {
  const models = readdirSync(folder).filter((name) => name !== STAMP);
  return [sources, ...models.sort()].join('\n');
}

/** The files in a folder, by their paths in the project; a file is itself. */
function filesOf(source: string): string[] {
  if (statSync(join(ROOT, source)).isFile()) return [source];
  return readdirSync(join(ROOT, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .sort();
}
