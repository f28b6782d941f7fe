/**
 * `npm run rebuild-figures`: counts the figures of the indicators anew, cases from their events, and writes what differs.
 * Safe while the bot is running. With `--verify` it only says what differs, and exits with 1 if anything does.
 */
import { parseArgs } from 'node:util';
import { answerFigures } from '../features/answers/index.js';
import { caseFiguresAnew } from '../features/cases/index.js';
import { trainingFigures } from '../features/trainings/index.js';
import { FigureStore } from '../platform/figures/figure-store.js';
import { rebuild } from '../platform/figures/rebuilding.js';
import { readSettings } from '../settings.js';
import { openDirectory, openEveryone, openTables } from './storage.js';

const { values } = parseArgs({ options: { verify: { type: 'boolean', default: false } } });
const { privacy } = readSettings(process.env);
const { tables, signer, close } = await openTables();
try {
  const sources = [
    caseFiguresAnew({ tables, signer, directory: openDirectory(tables) }),
    trainingFigures({ tables, everyone: openEveryone(tables) }),
    answerFigures({ tables }),
  ];
  const rebuilding = {
    store: new FigureStore(tables),
    sources,
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
