import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Example } from './fit.js';
import { LinearModel } from './linear-model.js';

const FOLDER = fileURLToPath(new URL('../../../dist/models/', import.meta.url));
/** Increase it when the features or the training change, so that models are rebuilt. */
const METHOD = 3;

/**
 * Loads a model that the build has made.
 * @throws Error that says how to make it.
 */
export function loadModel(name: string): LinearModel {
  const path = pathOf(name);
  if (!existsSync(path)) throw new Error(`the model "${name}" has not been built: run npm run build`);
  return LinearModel.fromBytes(readFileSync(path));
}

/**
 * Builds a model's file, unless it exists and was made from the same examples. Returns true when it was
 * built.
 */
export function buildModel(name: string, examples: readonly Example[], train: () => LinearModel): boolean {
  const digest = createHash('sha256')
    .update(JSON.stringify([METHOD, examples]))
    .digest('hex');
  const stamp = `${pathOf(name)}.sha256`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return false;
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(pathOf(name), train().toBytes());
  writeFileSync(stamp, digest);
  return true;
}

const pathOf = (name: string) => `${FOLDER}${name}.model`;
