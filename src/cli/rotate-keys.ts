/**
 * `npm run rotate-keys`: encrypts values and files of older keys with the first key of FIELD_KEYS. Safe while
 * the bot is running.
 */
import { rotateBlobs, rotateKeys } from '../platform/storage/key-rotation.js';
import { ENCRYPTED } from '../tables.js';
import { openTables } from './storage.js';

const { raw, rawBlobs, fieldKeys, close } = await openTables();
try {
  if (!fieldKeys) {
    process.stderr.write('FIELD_KEYS is not set, so nothing is encrypted.\n');
    process.exitCode = 2;
  } else {
    const rotated = {
      rows: await rotateKeys(raw, fieldKeys, ENCRYPTED),
      files: await rotateBlobs(rawBlobs, fieldKeys),
    };
    for (const [what, { rewritten, fresh }] of Object.entries(rotated)) {
      const under = `${rewritten} ${what} rewritten with the key "${fieldKeys[0].id}"`;
      process.stdout.write(`${under}, ${fresh} had it already.\n`);
    }
    const missed = rotated.rows.missed + rotated.files.missed;
    if (missed > 0) {
      process.stdout.write(`${missed} changed meanwhile: run it again before a key is taken away.\n`);
      process.exitCode = 1;
    }
  }
} finally {
  await close();
}
