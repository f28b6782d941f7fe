/** Loaded before a process that is measured: answers with what it has used so far. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Usage {
  /** Of all its threads, since it started; without the collection for the memory. */
  cpuMs: number;
  /** A second after a collection. */
  residentMb: number;
  heapMb: number;
}

/** Freed memory goes back to the system a little after the collection. */
const GIVEN_BACK_MS = 1_000;

let collectingMs = 0;

function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

process.on('message', async (asked) => {
  if (asked !== 'usage') return;
  const before = cpuTime();
  const cpuMs = before - collectingMs;
  globalThis.gc?.();
  collectingMs += cpuTime() - before;
  await sleep(GIVEN_BACK_MS);
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({
    cpuMs,
    residentMb: rss / 1e6,
    heapMb: heapUsed / 1e6,
  } satisfies Usage);
});
// A measured process may end by itself.
process.channel?.unref();
