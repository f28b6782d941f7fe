import type { Stores } from '../../src/local/stores.js';
import { MemoryBlobs } from './memory-blobs.js';
import { MemoryQueue } from './memory-queue.js';
import { MemoryTables } from './memory-tables.js';

/** The storage of a world, in memory. */
export const memoryStores = (): Stores => ({
  tables: new MemoryTables(),
  blobs: new MemoryBlobs(),
  backups: new MemoryBlobs(),
  queue: new MemoryQueue(),
  poison: new MemoryQueue(),
});
