/** Makes the models whose examples have changed, several at once. */
import { setImmediate } from 'node:timers/promises';
import { digest } from './digest.js';
import { digestOf } from './make.js';
import { digestOfFile, type Manifest, writeManifest, writeModel } from './manifest.js';
import type { Plan } from './plans.js';

export interface Training {
  /** What is made already. */
  before: Manifest;
  /** The digest of how models are learnt. */
  method: string;
  folder: string;
  atOnce: number;
  train: (plan: Plan) => Promise<Uint8Array>;
}

/**
 * Writes each model, and the manifest with it, as soon as it is made.
 * @returns the manifest of all plans, with the sources of before: they may have changed.
 * @throws what was thrown for a model, once none is being made any more.
 */
export async function trainAll(
  plans: Iterable<Plan>,
  { before, method, folder, atOnce, train }: Training,
): Promise<Manifest> {
  const known = before.method === method ? before.models : {};
  const models: Manifest['models'] = {};
  const running = new Set<Promise<void>>();
  let failure: unknown;
  const make = async (plan: Plan, examples: string) => {
    try {
      const content = await train(plan);
      writeModel(plan.name, content, folder);
      models[plan.name] = { examples, file: digest(content) };
      writeManifest({ ...before, method, models: { ...known, ...models } }, folder);
    } catch (error) {
      failure ??= error;
    }
  };
  for (const plan of plans) {
    const examples = digestOf(plan);
    const last = known[plan.name];
    if (last?.examples === examples && last.file === digestOfFile(plan.name, folder)) {
      models[plan.name] = last;
      continue;
    }
    if (running.size === atOnce) await Promise.race(running);
    if (failure) break;
    const one = make(plan, examples).finally(() => running.delete(one));
    running.add(one);
    // The next plan may take seconds; this one begins before.
    await setImmediate();
  }
  await Promise.all(running);
  if (failure) throw failure;
  return { method, models, sources: before.sources };
}
