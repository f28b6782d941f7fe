/**
 * `npm run drill -- NAME`: plays an alarm of docs/operations.md on the bot of local mode, in memory: what goes wrong, how
 * the bot shows it, and how it looks when it is over.
 */
import { PLAYS } from '../local/drills/plays.js';
import { Stage } from '../local/drills/stage.js';
import { createLog } from '../platform/log.js';
import { readSettings } from '../settings.js';

const [name = ''] = process.argv.slice(2);
const play = Object.hasOwn(PLAYS, name) ? PLAYS[name] : undefined;
if (!play) {
  process.stderr.write(`Usage: npm run drill -- ${Object.keys(PLAYS).join('|')}\n`);
  process.exit(2);
}

const settings = readSettings({ LOG_LEVEL: 'warn' });
if (settings.mode !== 'local') throw new Error('a drill is played in local mode');
const stage = await Stage.open(settings, createLog(settings.logLevel));
try {
  await play(stage, (line) => process.stdout.write(`${line}\n`));
} finally {
  await stage.close();
}
