/** Makes a model in a process apart, which ends with this one. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Plan } from './plans.js';
import type { Progress } from './progress.js';
import type { Message } from './training-process.js';

const PROCESS = fileURLToPath(new URL('./training-process.ts', import.meta.url));

/** @throws Error when the process ends without a model. */
export async function trainApart(plan: Plan, progress: Progress): Promise<Uint8Array> {
  const child = fork(PROCESS, { serialization: 'advanced' });
  const stop = () => child.kill();
  process.once('exit', stop);
  let content: Uint8Array | undefined;
  child.on('message', (message: Message) => {
    if ('made' in message) content = message.made;
    else progress.epoch(plan.name, message.done, message.of);
  });
  progress.begin(plan.name);
  child.send(plan);
  const [code, signal] = await once(child, 'exit');
  process.off('exit', stop);
  if (!content) throw new Error(`${plan.name} was not made: ${signal ?? `exit ${code}`}`);
  progress.end(plan.name);
  return content;
}
