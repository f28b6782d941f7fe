/**
 * `npm run rotate-keys`: encrypts values of older keys with the first key of FIELD_KEYS. Safe while the bot
 * is running.
 */
import { rotateKeys } from '../platform/storage/key-rotation.js';
import { openTables } from './storage.js';

const { raw, fieldKeys, close } = await openTables();
try {
  if (!fieldKeys) {
    process.stderr.write('FIELD_KEYS is not set, so nothing is encrypted.\n');
    process.exitCode = 2;
  } else {
    const { rewritten, fresh, missed } = await rotateKeys(raw, fieldKeys);
    const under = `${rewritten} rows rewritten with the key "${fieldKeys[0].id}", ${fresh} had it already`;
    process.stdout.write(`${under}.\n`);
    if (missed > 0) {
      process.stdout.write(`${missed} changed meanwhile: run it again before a key is taken away.\n`);
      process.exitCode = 1;
    }
  }
} finally {
  await close();
}
