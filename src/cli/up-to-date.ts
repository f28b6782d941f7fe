/**
 * Tells whether models have to be made again. Reading the narratives takes ten seconds, and most builds change nothing that
 * models are made of.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../platform/root.js';

/** What models are made of: the content, the code that learns from it, and the versions of its packages. */
const SOURCES = ['content', 'src', 'package-lock.json'];
const MODELS = `${ROOT}dist/models`;
const STAMP = 'made-of.sha256';

/** Also false when a model is missing. */
export function isUpToDate(): boolean {
  const stamp = join(MODELS, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digest();
}

export function noteUpToDate(): void {
  writeFileSync(join(MODELS, STAMP), digest());
}

/** Of the bytes of all sources, and of the names of the models. */
function digest(): string {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap(filesOf)) hash.update(path).update(readFileSync(join(ROOT, path)));
  for (const name of readdirSync(MODELS).sort()) if (name !== STAMP) hash.update(name);
  return hash.digest('hex');
}

/** The files in a folder, by their paths in the project; a file is itself. */
function filesOf(source: string): string[] {
  if (source.includes('.')) return [source];
  return readdirSync(join(ROOT, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .sort();
}
