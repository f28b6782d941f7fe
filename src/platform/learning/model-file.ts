/** The files that the build makes of the content: the models, and the words with which texts are taken apart. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { ROOT } from '../root.js';
import { type Example, type FitOptions, train } from './fit.js';
import { LinearModel } from './linear-model.js';
import { Reader } from './reader.js';
import { knownWords, Spelling } from './spelling.js';

const FOLDER = `${ROOT}dist/models/`;
/** Increase it when the features or the training change, so that models are rebuilt. */
const METHOD = 4;
const WORDS = `${FOLDER}words.txt`;

let reader: Reader | undefined;
const loaded = new Map<string, LinearModel>();

/**
 * Loads a model that the build has made, once in a process. All models of a process take texts apart with the same reader.
 * @throws Error that says how to make it.
 */
export function loadModel(name: string): LinearModel {
  const known = loaded.get(name);
  if (known) return known;
  reader ??= new Reader(new Spelling(read(WORDS).toString().split('\n')));
  const model = LinearModel.fromBytes(read(pathOf(name)), reader);
  loaded.set(name, model);
  return model;
}

/** Trains a model and writes its file, unless it exists and was made in the same way from the same examples. */
export function buildModel(name: string, examples: readonly Example[], options?: FitOptions): void {
  const digest = createHash('sha256')
    .update(JSON.stringify([METHOD, options, examples]))
    .digest('hex');
  const stamp = `${pathOf(name)}.sha256`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(pathOf(name), train(examples, options).toBytes());
  writeFileSync(stamp, digest);
}

/** Writes the words that all these texts use. */
export function buildWords(texts: readonly string[]): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(WORDS, knownWords(texts).join('\n'));
}

const pathOf = (name: string) => `${FOLDER}${name}.model`;

function read(path: string): Buffer {
  if (!existsSync(path)) throw new Error(`${basename(path)} has not been built: run npm run build`);
  return readFileSync(path);
}
