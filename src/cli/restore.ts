/**
 * `npm run restore -- --from FOLDER`: writes a downloaded copy of the tables (`…/2026-11-24`) into an empty account, leaves
 * out what was deleted in the copies of later days beside it, and verifies the history of every case. Interrupted, it
 * goes on where it stopped. The bot must not run meanwhile.
 */
import { parseArgs } from 'node:util';
import { Anchors, verifyCase } from '../features/cases/index.js';
import { CopyError, CopyFolder, laterCopies } from '../platform/backup/folder.js';
import { Restoring } from '../platform/backup/restoring.js';
import { TABLE_NAMES } from '../tables.js';
import { openTables } from './storage.js';

const { values } = parseArgs({ options: { from: { type: 'string' } } });
const from = values.from;
if (from === undefined) {
  process.stderr.write('Usage: npm run restore -- --from FOLDER/2026-11-24\n');
  process.exit(2);
}
const storage = await openTables();
try {
  process.exitCode = (await restore(from)) ? 0 : 1;
} catch (error) {
  if (!(error instanceof CopyError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
} finally {
  await storage.close();
}

/** Returns true when every case is whole. */
async function restore(folder: string): Promise<boolean> {
  const { raw, signer, keyIds, prepare } = storage;
  const began = performance.now();
  const copy = new CopyFolder(folder, signer);
  const later = laterCopies(folder, signer);
  await prepare();
  const { rows, leftOut, deleted } = await new Restoring(raw, TABLE_NAMES, copy, later).restore(keyIds);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  say(`The copy of ${copy.manifest.day}, begun ${copy.manifest.begunAt}: ${rows} rows in ${seconds} s.`);
  say(`${deleted} deletions of the ${later.length} later copies applied again: ${leftOut} rows left out.`);
  return verify();
}

async function verify(): Promise<boolean> {
  const { tables, raw, signer } = storage;
  const anchors = new Anchors(tables, signer);
  const began = performance.now();
  let [whole, not] = [0, 0];
  for await (const id of raw.partitions('Cases', { rowKeyPrefix: 'case', where: {} })) {
    const { title, faults } = await verifyCase({ tables, raw, signer, anchors }, id);
    if (faults.length === 0) whole += 1;
    else {
      not += 1;
      say(`${id} ${title}: ${faults.join(' ')}`);
    }
  }
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  say(`${whole} cases verified as whole in ${seconds} s, ${not} not.`);
  say('Next: npm run rebuild-index, npm run rebuild-figures, then start the bot (docs/operations.md).');
  return not === 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
