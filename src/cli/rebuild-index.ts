/**
 * `npm run rebuild-index`: rebuilds every row of the lists of cases and deletes rows without a case. Safe
 * while the bot is running.
 */

import { CaseIndex, CaseStore, lineOf } from '../features/cases/index.js';
import type { Directory } from '../platform/people/person.js';
import type { Tables } from '../platform/storage/tables.js';
import { openDirectory, openTables } from './storage.js';

const { tables, close } = await openTables();
try {
  const index = new CaseIndex(tables);
  const cases = await projectAll(tables, index, openDirectory(tables));
  const removed = await index.sweep();
  process.stdout.write(`${cases} cases listed anew; ${removed} rows that no case has taken away.\n`);
} finally {
  await close();
}

async function projectAll(of: Tables, index: CaseIndex, directory: Directory): Promise<number> {
  const store = new CaseStore(of);
  let count = 0;
  for await (const id of of.partitions('Cases')) {
    const loaded = await store.load(id);
    if (!loaded) continue;
    await index.project(loaded.subject, await lineOf(directory, loaded.subject));
    count += 1;
  }
  return count;
}
