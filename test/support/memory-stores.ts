import type { Stores } from '../../src/local/stores.js';
import { type Clock, systemClock } from '../../src/platform/clock.js';
import { MemoryBlobs } from './memory-blobs.js';
import { MemoryQueue } from './memory-queue.js';
import { MemoryTables } from './memory-tables.js';

const nextTurn = setImmediate;

/** The storage of a world, in memory. @param clock of the queue, which brings work once its time has come. */
export const memoryStores = (clock: Clock = systemClock): Stores => ({
  tables: answeringLater(new MemoryTables()),
  blobs: answeringLater(new MemoryBlobs()),
  backups: answeringLater(new MemoryBlobs()),
  queue: answeringLater(new MemoryQueue(() => clock().getTime())),
  poison: answeringLater(new MemoryQueue()),
});

/** As storage does, it answers in a later turn of the event loop, so that others come in between. */
function answeringLater<T extends object>(part: T): T {
  return new Proxy(part, {
    get(target, name: keyof T & string) {
      const member: unknown = target[name];
      if (typeof member !== 'function') return member;
      const method = member.bind(target) as (...args: unknown[]) => unknown;
      if (name === 'partitions' || name === 'paths') return method;
      return async (...args: unknown[]) => {
        await new Promise<void>((resolve) => nextTurn(resolve));
        return method(...args);
      };
    },
  });
}
