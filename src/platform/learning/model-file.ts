/** The files that the build makes of the content: the models, and the words with which texts are taken apart. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ROOT } from '../root.js';
import { type FitOptions, train } from './fit.js';
import { type HiddenOptions, trainHidden } from './fit-hidden.js';
import { HiddenModel } from './hidden-model.js';
import { LinearModel } from './linear-model.js';
import type { Example } from './prepare.js';
import { Reader } from './reader.js';
import { knownWords, Spelling } from './spelling.js';

export const MODELS = `${ROOT}dist/models/`;
/** Increase it when the features or the training change, so that models are rebuilt. */
const METHOD = 5;
const WORDS = `${MODELS}words.bin`;

let reader: Reader | undefined;

/**
 * Loads a model that the build has made, once in a process. All models of a process take texts apart with the same reader.
 * @throws Error that says how to make it.
 */
export const loadModel = loaderOf(LinearModel);

/** As `loadModel`, for a model with a hidden layer. */
export const loadHiddenModel = loaderOf(HiddenModel);

function loaderOf<M>(kind: { fromBytes(bytes: Buffer, reader: Reader): M }): (name: string) => M {
  const loaded = new Map<string, M>();
  return (name) => {
    const known = loaded.get(name);
    if (known) return known;
    reader ??= new Reader(Spelling.fromBytes(read(WORDS)));
    const model = kind.fromBytes(read(pathOf(name)), reader);
    loaded.set(name, model);
    return model;
  };
}

/** A model to train. */
export interface ModelPlan {
  name: string;
  examples: readonly Example[];
  /** Those of a hidden layer for a model that has one. */
  options?: FitOptions | HiddenOptions;
}

/** Tells whether the file of a model is there, and was made in the same way from the same examples. */
export function isBuilt(plan: ModelPlan): boolean {
  const { name } = plan;
  if (![pathOf(name), stampOf(name)].every(existsSync)) return false;
  return readFileSync(stampOf(name), 'utf8') === digestOf(plan);
}

/** Trains a model and writes its file. The stamp comes last: a file that is cut off has none. */
export function buildModel(plan: ModelPlan): void {
  const { name, examples, options } = plan;
  const isHidden = options !== undefined && 'units' in options;
  const model = isHidden ? trainHidden(examples, options) : train(examples, options);
  mkdirSync(MODELS, { recursive: true });
  rmSync(stampOf(name), { force: true });
  writeFileSync(pathOf(name), model.toBytes());
  writeFileSync(stampOf(name), digestOf(plan));
}

/** Writes the words that all these texts use, and the forms by which misspelt ones are found. */
export function buildWords(texts: readonly string[]): void {
  mkdirSync(MODELS, { recursive: true });
  writeFileSync(WORDS, Spelling.of(knownWords(texts)).toBytes());
}

const pathOf = (name: string) => `${MODELS}${name}.model`;
const stampOf = (name: string) => `${pathOf(name)}.sha256`;

const digestOf = ({ options, examples }: ModelPlan) =>
  createHash('sha256')
    .update(JSON.stringify([METHOD, options, examples]))
    .digest('hex');

function read(path: string): Buffer {
  if (!existsSync(path)) throw new Error(`${basename(path)} has not been built: run npm run build`);
  return readFileSync(path);
}
