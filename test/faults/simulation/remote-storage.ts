/** Storage as a simulated process reaches it. */
import type { Queue } from '../../../src/platform/storage/queue.js';
import type { TableName, Tables } from '../../../src/platform/storage/tables.js';
import type { Machine } from './machine.js';
import type { Network } from './network.js';

type Ask = <T>(apply: () => Promise<T>) => Promise<T>;

export function remoteTables(tables: Tables, network: Network, machine: Machine): Tables {
  const ask: Ask = (apply) => network.ask(machine, 'tables', apply);
  const remote = overNetwork(tables, ask);
  remote.partitions = async function* (table: TableName) {
    yield* await ask(async () => {
      const keys: string[] = [];
      for await (const key of tables.partitions(table)) keys.push(key);
      return keys;
    });
  };
  return remote;
}

export const remoteQueue = (queue: Queue, network: Network, machine: Machine): Queue =>
  overNetwork(queue, (apply) => network.ask(machine, 'queues', apply));

/** The same methods, each as a request. */
function overNetwork<T extends object>(service: T, ask: Ask): T {
  const own = new Map<PropertyKey, unknown>();
  return new Proxy(service, {
    set: (_target, name, value) => own.set(name, value).has(name),
    get: (target, name) => {
      if (own.has(name)) return own.get(name);
      const method = Reflect.get(target, name) as (...args: unknown[]) => Promise<unknown>;
      return (...args: unknown[]) => ask(() => method.apply(target, args));
    },
  });
}
