/** `npm run backup`: copies the tables at once, as the bot does every night. Before an upgrade, for instance. */
import { Copying } from '../platform/backup/copying.js';
import { randomId, systemClock } from '../platform/clock.js';
import { COPIED } from '../tables.js';
import { openTables } from './storage.js';

const { raw, backups, signer, close } = await openTables();
try {
  await backups.prepare();
  const day = systemClock().toISOString().slice(0, 10);
  const copying = new Copying({
    tables: raw,
    copied: COPIED,
    blobs: backups,
    signer,
    clock: systemClock,
    newId: randomId,
  });
  const rows = await copying.copy(day);
  process.stdout.write(`${rows} rows are copied into backups/${day}.\n`);
} finally {
  await close();
}
