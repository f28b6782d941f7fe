import type { Tables } from '../../src/platform/storage/tables.js';

/** Tables that run `meanwhile` once, right before the first call that matches `isThere`. */
export function interrupted(
  tables: Tables,
  isThere: (method: keyof Tables, ...args: unknown[]) => boolean,
  meanwhile: () => Promise<unknown>,
): Tables {
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
