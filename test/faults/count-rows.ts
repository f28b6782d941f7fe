/**
 * `npm run --silent fault-rows -- --seeds N` plays the day of each row of docs/reliability.md with what people do in N
 * schedules, and prints a line of JSON for each; what broke goes to stderr, and makes the exit status 1.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { check } from './check/check.js';
import { ROWS, SEED, scheduleFor } from './rows.js';
import { simulate } from './simulation/simulation.js';
import { described, figuresOf, type Trial } from './trial.js';

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '1' } } });
const count = z.coerce.number().int().min(1).parse(values.seeds);
const seeds = Array.from({ length: count }, (_, at) => SEED + at);

for (const row of ROWS) {
  const trials: Trial[] = [];
  for (const seed of seeds) {
    const { history, facts } = await simulate(scheduleFor(row, seed));
    const trial = { seed, ...check(history, facts) };
    trials.push(trial);
    if (trial.violations.length > 0) process.stderr.write(`${row.title}, ${described(trial)}\n`);
  }
  const { schedules: runs, ...figures } = figuresOf(trials);
  const failed = trials.filter(({ violations }) => violations.length > 0).map(({ seed }) => seed);
  process.stdout.write(`${JSON.stringify({ row: row.title, runs, ...figures, failed })}\n`);
  if (failed.length > 0) process.exitCode = 1;
}
