/**
 * `npm run --silent fault-rows -- --seeds N` plays the day of each row of docs/reliability.md with what people do in N
 * schedules, and prints a line of JSON for each.
 */
import { parseArgs } from 'node:util';
import { check } from './check/check.js';
import { ROWS, SEED, scheduleFor } from './rows.js';
import { simulate } from './simulation/simulation.js';
import { figuresOf, type Trial } from './trial.js';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1' } } });
const seeds = Array.from({ length: Number(values.seeds) }, (_, at) => SEED + at);

for (const row of ROWS) {
  const trials: Trial[] = [];
  for (const seed of seeds) {
    const { history, facts } = await simulate(scheduleFor(row, seed));
    trials.push({ seed, ...check(history, facts) });
  }
  const { schedules: runs, ...figures } = figuresOf(trials);
  const failed = trials.filter(({ violations }) => violations.length > 0).map(({ seed }) => seed);
  process.stdout.write(`${JSON.stringify({ row: row.title, runs, ...figures, failed })}\n`);
}
