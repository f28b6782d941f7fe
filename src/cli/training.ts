/** Trains the models whose examples have changed, several at once. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isBuilt, type ModelPlan } from '../platform/learning/model-file.js';

const PROCESS = fileURLToPath(new URL('./training-process.ts', import.meta.url));
/** Each takes up to a gigabyte. */
const MOST_AT_ONCE = 4;

/**
 * @param plans those that take the longest first, so that no core waits for them in the end.
 * @throws Error when one of them could not be trained, once none is being trained any more.
 */
export async function trainAll(plans: readonly ModelPlan[]): Promise<void> {
  const left = plans.filter((plan) => !isBuilt(plan));
  const trainInTurn = async () => {
    for (let plan = left.shift(); plan; plan = left.shift()) await trainApart(plan);
  };
  const atOnce = Math.min(availableParallelism(), MOST_AT_ONCE);
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, trainInTurn));
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

async function trainApart(plan: ModelPlan): Promise<void> {
  const child = fork(PROCESS, { serialization: 'advanced' });
  child.send(plan);
  const [code, signal] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${plan.name} was not trained: ${signal ?? `exit ${code}`}`);
}
