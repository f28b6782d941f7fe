/** Loads the models from their files. */
import { existsSync, readFileSync } from 'node:fs';
import { HiddenModel } from './hidden-model.js';
import { LinearModel } from './linear-model.js';
import { fileOf, MODELS, WORDS } from './models-folder.js';
import { Reader } from './reader.js';
import { Spelling } from './spelling.js';

let reader: Reader | undefined;

/**
 * Loads a model, once in a process. All models of a process take texts apart with the same reader.
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
    reader ??= new Reader(new Spelling(read(WORDS).toString().trimEnd().split('\n')));
    const model = kind.fromBytes(read(fileOf(name)), reader);
    loaded.set(name, model);
    return model;
  };
}

function read(file: string): Buffer {
  const path = `${MODELS}${file}`;
  if (!existsSync(path)) throw new Error(`models/${file} is missing: run npm run train`);
  return readFileSync(path);
}
