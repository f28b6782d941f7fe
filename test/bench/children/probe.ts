/** Loaded before a process that is measured: answers with what it has used so far. */
export interface Usage {
  /** Of all its threads, since it started; without the collection for the memory. */
  cpuMs: number;
  /** After a collection. */
  residentMb: number;
  heapMb: number;
}

let collectingMs = 0;

function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

process.on('message', (asked) => {
  if (asked !== 'usage') return;
  const cpuMs = cpuTime() - collectingMs;
  globalThis.gc?.();
  collectingMs = cpuTime() - cpuMs;
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({
    cpuMs,
    residentMb: rss / 1e6,
    heapMb: heapUsed / 1e6,
  } satisfies Usage);
});
// A measured process may end by itself.
process.channel?.unref();
