/**
 * `npm run rebuild-index`: makes every row of the lists of cases anew, and takes away those that no case has.
 * May run beside the bot.
 */
import { z } from 'zod';
import { CaseIndex } from '../cases/case-index.js';
import { lineOf } from '../cases/notices.js';
import { CaseStore } from '../cases/store.js';
import type { Directory } from '../people/person.js';
import { type Row, rowsOf, type Tables } from '../storage/tables.js';
import { openDirectory, openTables } from './storage.js';

/** `CaseIndex` keeps here which rows a case may have. */
const KEYS = 'keys:';
const COUNTER = 'counter';
const keys = z.array(z.tuple([z.string(), z.string()]));

const { tables, close } = await openTables();
try {
  const cases = await projectAll(tables, openDirectory(tables));
  const removed = await sweep(tables);
  process.stdout.write(`${cases} cases listed anew; ${removed} rows that no case has taken away.\n`);
} finally {
  await close();
}

async function projectAll(of: Tables, directory: Directory): Promise<number> {
  const store = new CaseStore(of);
  const index = new CaseIndex(of);
  let count = 0;
  for await (const id of of.partitions('Cases')) {
    const loaded = await store.load(id);
    if (!loaded) continue;
    await index.project(loaded.subject, await lineOf(directory, loaded.subject));
    count += 1;
  }
  return count;
}

async function sweep(of: Tables): Promise<number> {
  let removed = 0;
  for await (const partitionKey of of.partitions('CaseIndex')) {
    if (partitionKey === COUNTER || partitionKey.startsWith(KEYS)) continue;
    for await (const { row } of rowsOf(of, 'CaseIndex', partitionKey)) {
      if (await isKnown(of, row)) continue;
      await of.write('CaseIndex', { kind: 'delete', partitionKey, rowKey: row.rowKey });
      removed += 1;
    }
  }
  return removed;
}

async function isKnown(of: Tables, { partitionKey, rowKey, caseId }: Row): Promise<boolean> {
  const stored = await of.get('CaseIndex', `${KEYS}${caseId}`, 'keys');
  const known = stored ? keys.parse(JSON.parse(String(stored.row.keys))) : [];
  return known.some((key) => key[0] === partitionKey && key[1] === rowKey);
}
