import type { Tables } from '../../src/platform/storage/tables.js';

/** Tables that run `meanwhile` once, right before the first call that matches `isThere`. */
export function interrupted<T extends Tables>(
  tables: T,
  isThere: (method: keyof Tables, ...args: unknown[]) => boolean,
  meanwhile: () => Promise<unknown>,
): T {
  let hasHappened = false;
  return new Proxy(tables, {
    get(target, method: keyof Tables) {
      const call = target[method].bind(target) as (...args: unknown[]) => unknown;
      if (method === 'partitions') return call;
      return async (...args: unknown[]) => {
        if (!hasHappened && isThere(method, ...args)) {
          hasHappened = true;
          await meanwhile();
        }
        return call(...args);
      };
    },
  });
}

/** Tables whose calls fail where `isThere` says so. */
export function failing(
  tables: Tables,
  isThere: (method: keyof Tables, ...args: unknown[]) => boolean,
): Tables {
  return new Proxy(tables, {
    get(target, method: keyof Tables) {
      const call = target[method].bind(target) as (...args: unknown[]) => unknown;
      if (method === 'partitions') return call;
      return async (...args: unknown[]) => {
        if (isThere(method, ...args)) throw new Error('storage fails');
        return call(...args);
      };
    },
  });
}

/** Tables that do not answer any more from the step `last` on, as those of a process that was killed. */
export function killedAt(tables: Tables, last: number): { tables: Tables; steps: () => number } {
  let step = 0;
  const counted = new Proxy(tables, {
    get(target, method: keyof Tables) {
      const call = target[method].bind(target) as (...args: unknown[]) => unknown;
      if (method !== 'write' && method !== 'commit') return call;
      return async (...args: unknown[]) => {
        step += 1;
        if (step > last) throw new Error('killed');
        return call(...args);
      };
    },
  });
  return { tables: counted, steps: () => step };
}
