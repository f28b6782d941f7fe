/** Tells whether `dist/` is made of the present files: by their times and sizes, and by digests where these differ. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/platform/root.js';

const SOURCES = ['src', 'tools/build', 'content', 'cards', 'package-lock.json', 'tsconfig.json'];
const STAMP = `${ROOT}dist/made-of.json`;

interface Made {
  size: number;
  /** In milliseconds. */
  time: number;
  digest: string;
}

/** The files as they are now; those of a stamp that look the same are not read. */
export function sourcesNow(before: Readonly<Record<string, Made>> = {}): Record<string, Made> {
  return Object.fromEntries(SOURCES.flatMap(filesOf).map((path) => [path, madeOf(path, before[path])]));
}

/** The files of which `dist/` is made; undefined when it is not, or not whole. */
export function sourcesOfBuild(): Record<string, Made> | undefined {
  return existsSync(STAMP) ? (JSON.parse(readFileSync(STAMP, 'utf8')) as Record<string, Made>) : undefined;
}

export function isSame(before: Readonly<Record<string, Made>>, now: Readonly<Record<string, Made>>): boolean {
  const paths = Object.keys(now);
  return (
    paths.length === Object.keys(before).length &&
    paths.every((path) => before[path]?.digest === now[path]?.digest)
  );
}

/** Checked before building: a half-made build is not up to date. */
export const noteBegun = (): void => rmSync(STAMP, { force: true });

/** @param sources as they were before they were read, since they may have changed meanwhile. */
export const noteDone = (sources: Readonly<Record<string, Made>>): void =>
  writeFileSync(STAMP, JSON.stringify(sources));

function madeOf(path: string, before: Made | undefined): Made {
  const { size, mtimeMs: time } = statSync(join(ROOT, path));
  if (before && before.size === size && before.time === time) return before;
  const digest = createHash('sha256')
    .update(readFileSync(join(ROOT, path)))
    .digest('hex');
  return { size, time, digest };
}

/** The files in a folder, by their paths in the project; a file is itself. */
function filesOf(source: string): string[] {
  if (statSync(join(ROOT, source)).isFile()) return [source];
  return readdirSync(join(ROOT, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
    .sort();
}
