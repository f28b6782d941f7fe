/** Loaded before a process that is measured: answers with what it has used so far. */
export interface Usage {
  /** Of all its threads, since it started. */
  cpuMs: number;
  /** After a collection. */
  residentMb: number;
  heapMb: number;
}

process.on('message', (asked) => {
  if (asked !== 'usage') return;
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({
    cpuMs: (user + system) / 1_000,
    residentMb: rss / 1e6,
    heapMb: heapUsed / 1e6,
  } satisfies Usage);
});
// A measured process may end by itself.
process.channel?.unref();
