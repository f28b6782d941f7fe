/** Trains the models whose examples have changed, as many at once as there are cores. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isBuilt, type Lessons } from '../platform/learning/model-file.js';

const PROCESS = fileURLToPath(new URL('./training-process.ts', import.meta.url));

/**
 * @param models those that take the longest first, so that no core waits for them in the end.
 * @throws Error when one of them could not be trained.
 */
export async function trainAll(models: readonly Lessons[]): Promise<void> {
  const left = models.filter((lessons) => !isBuilt(lessons));
  const trainInTurn = async () => {
    for (let lessons = left.shift(); lessons; lessons = left.shift()) await trainApart(lessons);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, trainInTurn));
}

async function trainApart(lessons: Lessons): Promise<void> {
  const child = fork(PROCESS, { serialization: 'advanced' });
  child.send(lessons);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${lessons.name} was not trained`);
}
