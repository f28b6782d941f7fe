/**
 * `npm run rebuild-index`: rebuilds every row of the lists of cases and deletes rows without a case. Safe
 * while the bot is running.
 */

import { CaseIndex, CaseStore, leadersOf, lineOf } from '../features/cases/index.js';
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
  const directory = openDirectory(of);
  let count = 0;
  for await (const id of of.partitions('Cases')) {
    const loaded = await store.load(id);
    // The rows of a later version are better than what this one could make.
    if (!loaded || loaded.isAhead) continue;
    const { subject } = loaded;
    await index.project(subject, await lineOf(directory, subject), await leadersOf(directory, subject));
    count += 1;
  }
  return count;
}
