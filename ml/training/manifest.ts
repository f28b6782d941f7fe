/** `models/made-of.json`: what each model is made of, and what all of them are made of. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileOf, MODELS, WORDS } from '../../src/platform/learning/models-folder.js';
import { digest } from './digest.js';

const FILE = 'made-of.json';
const HALF = '.half';

export interface Manifest {
  /** See `methodDigest`. */
  method: string;
  /** By model: the digest of its examples and options, and that of its file. */
  models: Record<string, { examples: string; file: string }>;
  /** The digest of each file of which all is made, by its path; the version of each package. */
  sources: Record<string, string>;
}

const NOTHING: Manifest = { method: '', models: {}, sources: {} };

/** Says that nothing is made when there is none, or none that can be read, as after a merge with conflicts. */
export function readManifest(folder = MODELS): Manifest {
  if (!existsSync(folder + FILE)) return NOTHING;
  try {
    return JSON.parse(readFileSync(folder + FILE, 'utf8')) as Manifest;
  } catch {
    return NOTHING;
  }
}

export function writeManifest({ method, models, sources }: Manifest, folder = MODELS): void {
  const inOrder = Object.fromEntries(Object.entries(models).sort(([one], [other]) => (one < other ? -1 : 1)));
  writeWhole(folder + FILE, `${JSON.stringify({ method, models: inOrder, sources }, null, 2)}\n`);
}

/** Writes the file of a model. */
export function writeModel(name: string, content: Uint8Array, folder = MODELS): void {
  writeWhole(pathOf(name, folder), content);
}

/** The digest of a model's file; undefined when there is none. */
export function digestOfFile(name: string, folder = MODELS): string | undefined {
  const path = pathOf(name, folder);
  return existsSync(path) ? digest(readFileSync(path)) : undefined;
}

/** What is not as the manifest says: sources that changed, came or went; models that are missing or others. */
export function differences(
  sources: Readonly<Record<string, string>>,
  manifest: Manifest,
  folder = MODELS,
): string[] {
  const paths = new Set([...Object.keys(sources), ...Object.keys(manifest.sources)]);
  return [
    ...[...paths].filter((path) => sources[path] !== manifest.sources[path]).sort(),
    ...Object.entries(manifest.models)
      .filter(([name, { file }]) => digestOfFile(name, folder) !== file)
      .map(([name]) => `models/${nameOf(name)}`),
  ];
}

const nameOf = (model: string): string => (model === 'words' ? WORDS : fileOf(model));
const pathOf = (model: string, folder: string): string => folder + nameOf(model);

/** An interruption leaves the file of before. */
function writeWhole(path: string, content: string | Uint8Array): void {
  rmSync(path + HALF, { force: true });
  writeFileSync(path + HALF, content);
  renameSync(path + HALF, path);
}
