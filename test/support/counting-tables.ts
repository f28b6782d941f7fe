import type { Tables } from '../../src/platform/storage/tables.js';

/** Tables that note each request: `Figures page`. */
export function countingTables(tables: Tables, requests: string[]): Tables {
  return new Proxy(tables, {
    get(target, name) {
      const method = target[name as keyof Tables] as (...parts: unknown[]) => unknown;
      return (table: string, ...more: unknown[]) => {
        requests.push(`${table} ${String(name)}`);
        return method.call(target, table, ...more);
      };
    },
  });
}
