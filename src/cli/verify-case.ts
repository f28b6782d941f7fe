/**
 * `npm run verify-case -- ID`: checks that the history of a case is as the bot wrote it, and that the row of the case and
 * the anchors say the same.
 */

import { parseArgs } from 'node:util';
import { Anchors, verifyCase } from '../features/cases/index.js';
import { openTables } from './storage.js';

const { positionals } = parseArgs({ allowPositionals: true });
const [id, ...more] = positionals;
if (id === undefined || !/^[0-9a-f-]{36}$/i.test(id) || more.length > 0) {
  process.stderr.write('Usage: npm run verify-case -- ID, the id of a case (not its number)\n');
  process.exit(2);
}
const { tables, raw, signer, close } = await openTables();
try {
  const anchors = new Anchors(tables, signer);
  const { title, facts, faults } = await verifyCase({ tables, raw, signer, anchors }, id.toLowerCase());
  const heading = title && [`${title}: ${faults.length === 0 ? 'whole' : 'not whole'}.`];
  process.stdout.write(`${[...(heading || []), ...faults, ...facts].join('\n')}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await close();
}
