/** How a process ended that was told to stop. */
import type { ChildProcess } from 'node:child_process';
import type { Ending } from '../bots.js';

/** In the last line of a process that is not done within the time that it has for it. */
const OUT_OF_TIME = '"code":"stop-timeout"';

/** @param log its last lines. */
export function endingOf(
  { exitCode, signalCode }: Pick<ChildProcess, 'exitCode' | 'signalCode'>,
  log: readonly string[],
): Ending {
  if (exitCode === 0) return 'stopped';
  const isOutOfTime = exitCode !== null && log.some((line) => line.includes(OUT_OF_TIME));
  return signalCode === 'SIGKILL' || isOutOfTime ? 'killed' : 'crashed';
}
