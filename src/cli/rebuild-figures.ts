/**
 * `npm run rebuild-figures`: counts the figures of the indicators anew, cases from their events, and writes what differs.
 * Safe while the bot is running. With `--verify` it only says what differs, and exits with 1 if anything does.
 */
import { parseArgs } from 'node:util';
import { FigureStore } from '../platform/figures/figure-store.js';
import { rebuild } from '../platform/figures/rebuilding.js';
import { readSettings } from '../settings.js';
import { figureSources } from './figure-sources.js';
import { openTables } from './storage.js';

const { values } = parseArgs({ options: { verify: { type: 'boolean', default: false } } });
const { privacy } = readSettings(process.env);
const { tables, signer, close } = await openTables();
try {
  const rebuilding = {
    store: new FigureStore(tables),
    sources: figureSources(tables, signer),
    retention: privacy.retention,
    now: new Date(),
    saves: !values.verify,
  };
  let count = 0;
  for await (const { month, theme, scope, cell, stored, counted } of rebuild(rebuilding)) {
    count += 1;
    process.stdout.write(`${month} ${theme} ${scope} ${cell}: stored ${stored}, counted ${counted}\n`);
  }
  process.stdout.write(`${count} figures ${values.verify ? 'differ' : 'written anew'}.\n`);
  process.exitCode = values.verify && count > 0 ? 1 : 0;
} finally {
  await close();
}
