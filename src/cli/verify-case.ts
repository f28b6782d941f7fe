/** `npm run verify-case -- ID`: checks by its hash chain that the history of a case is complete. */

import { parseArgs } from 'node:util';
import { brokenLinks, EVENT_PREFIX } from '../features/cases/index.js';
import { type Row, rowsOf } from '../platform/storage/tables.js';
import { openTables } from './storage.js';

const { positionals } = parseArgs({ allowPositionals: true });
const [id, ...more] = positionals;
if (id === undefined || !/^[0-9a-f-]{36}$/i.test(id) || more.length > 0) {
  process.stderr.write('Usage: npm run verify-case -- ID, the id of a case (not its number)\n');
  process.exit(2);
}
const { tables, close } = await openTables();
try {
  const rows: Row[] = [];
  for await (const { row } of rowsOf(tables, 'Cases', id.toLowerCase())) rows.push(row);
  const problems = problemsOf(rows);
  process.stdout.write(problems.length === 0 ? `${describe(rows)}: the chain holds.\n` : problems.join(''));
  process.exitCode = problems.length === 0 ? 0 : 1;
} finally {
  await close();
}

function problemsOf(rows: readonly Row[]): string[] {
  const events = eventsOf(rows);
  const snapshot = rows.find(({ rowKey }) => rowKey === 'case');
  if (events.length === 0 && !snapshot) return ['There is no such case.\n'];
  const broken = brokenLinks(events).map((seq) => `Event ${seq} does not follow on the one before it.\n`);
  // The chain does not show that its end was cut off; the revision of the case does.
  return snapshot?.revision === events.length
    ? broken
    : [...broken, `There are ${events.length} events; the case says ${snapshot?.revision ?? 'nothing'}.\n`];
}

function describe(rows: readonly Row[]): string {
  const number = rows.find(({ rowKey }) => rowKey === 'case')?.number ?? '';
  return `${number}, ${eventsOf(rows).length} events`;
}

function eventsOf(rows: readonly Row[]): Row[] {
  return rows.filter(({ rowKey }) => rowKey.startsWith(EVENT_PREFIX));
}
