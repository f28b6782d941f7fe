/**
 * `npm run rebuild-index`: rebuilds every row of the lists of cases and deletes rows without a case. Safe
 * while the bot is running.
 */

import { axesIn, CaseIndex, CaseStore, projectCase } from '../features/cases/index.js';
import { readPolicy } from '../platform/policy/policy.js';
import type { Tables } from '../platform/storage/tables.js';
import { openDirectory, openTables } from './storage.js';

const { tables, signer, close } = await openTables();
try {
  const index = new CaseIndex(tables);
  const cases = await projectAll(tables, new CaseStore(tables, signer), index);
  const removed = await index.sweep();
  process.stdout.write(`${cases} cases listed anew; ${removed} rows that no case has taken away.\n`);
} finally {
  await close();
}

async function projectAll(of: Tables, store: CaseStore, index: CaseIndex): Promise<number> {
  const parts = {
    store,
    index,
    directory: openDirectory(of),
    axisOf: axesIn(readPolicy()),
    // The bot counts this month and the last anew by itself, and `npm run rebuild-figures` all of them.
    recount: async () => undefined,
  };
  let count = 0;
  for await (const id of of.partitions('Cases')) {
    const loaded = await store.load(id);
    // The rows of a later version are better than what this one could make.
    if (!loaded || loaded.isAhead) continue;
    await projectCase(parts, loaded);
    count += 1;
  }
  return count;
}
