/** Waits, or until `stopping`. */
export function pauseFor(ms: number, stopping?: AbortSignal): Promise<void> {
  if (ms <= 0 || stopping?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(done, ms);
    stopping?.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      stopping?.removeEventListener('abort', done);
      resolve();
    }
  });
}
