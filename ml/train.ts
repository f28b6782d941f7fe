/** `npm run train`: makes what is missing or old in `models/`, which is committed. */
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { MODELS } from '../src/platform/learning/models-folder.js';
import { ContentError } from '../src/platform/text/yaml-file.js';
import { methodDigest } from './training/make.js';
import { differences, readManifest, writeManifest } from './training/manifest.js';
import { plans } from './training/plans.js';
import { Progress } from './training/progress.js';
import { sourcesNow } from './training/sources.js';
import { trainAll } from './training/train-all.js';
import { trainApart } from './training/train-apart.js';

/** Each takes up to two thirds of a gigabyte. */
const MOST_AT_ONCE = 4;

// Whoever stops this one stops the processes that it has begun.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
try {
  // As they were before they are read: they may change meanwhile.
  const sources = await sourcesNow();
  const before = readManifest();
  if (differences(sources, before).length > 0) {
    mkdirSync(MODELS, { recursive: true });
    const progress = new Progress(process.stderr, () => performance.now());
    const made = await trainAll(plans(), {
      before,
      method: methodDigest(),
      folder: MODELS,
      atOnce: Math.min(availableParallelism(), MOST_AT_ONCE),
      train: (plan) => trainApart(plan, progress),
    });
    writeManifest({ ...made, sources });
  }
  process.stderr.write('models/ are of the present sources.\n');
} catch (error) {
  if (!(error instanceof ContentError)) throw error;
  process.stderr.write(`The content cannot be used:\n${error.message}\n`);
  process.exitCode = 1;
}
