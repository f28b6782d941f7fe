/**
 * `npm run faults -- --schedules N --seed S [--processes [--at-once K]]` plays N schedules from seed S on. The last line
 * of its output is a JSON object of figures; the exit status is 1 when anything broke, or no report was acknowledged, so
 * that none could be lost. Real processes mostly wait, so that several schedules of them can be played at once.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Emulator } from './processes/emulator.js';
import { type Schedule, scheduleOf } from './schedule.js';
import { shortestFailing } from './shrink.js';
import { described, figuresOf, type Trial, trySimulated, tryWithProcesses } from './trial.js';

const whole = z.coerce.number().int().min(0);
const options = z.object({ schedules: whole, seed: whole, processes: z.boolean(), 'at-once': whole.min(1) });

/** Each failing schedule is shortened, which takes as long as ten of them; of many failures the first ones will do. */
const MOST_SHORTENED = 3;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      schedules: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
      processes: { type: 'boolean', default: false },
      'at-once': { type: 'string', default: '1' },
    },
  });
  const { schedules, seed: first, processes, 'at-once': atOnce } = options.parse(values);
  const seeds = Array.from({ length: schedules }, (_, at) => first + at);
  const trials = processes ? await playedWithProcesses(seeds, atOnce) : await simulated(seeds);
  const figures = figuresOf(trials);
  say(JSON.stringify(figures));
  const isWhole = figures.lost + figures.doubled + figures.wrong === 0;
  process.exitCode = isWhole && figures.acknowledged > 0 ? 0 : 1;
}

/** Virtual time is that of the whole process: one after another. */
async function simulated(seeds: readonly number[]): Promise<Trial[]> {
  const trials: Trial[] = [];
  let failed = 0;
  for (const seed of seeds) {
    const trial = await trySimulated(scheduleOf(seed));
    trials.push(trial);
    if (trial.violations.length === 0) continue;
    say(described(trial));
    if (++failed <= MOST_SHORTENED) await shorten(scheduleOf(seed));
  }
  return trials;
}

async function playedWithProcesses(seeds: readonly number[], atOnce: number): Promise<Trial[]> {
  const emulator = await Emulator.start();
  const trials: Trial[] = [];
  const waiting = [...seeds];
  const lane = async () => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const trial = await tryWithProcesses(seed, emulator);
      trials.push(trial);
      if (trial.violations.length > 0) say(described(trial));
    }
  };
  try {
    await Promise.all(Array.from({ length: atOnce }, lane));
  } finally {
    await emulator.stop();
  }
  return trials;
}

async function shorten(schedule: Schedule): Promise<void> {
  const fails = async (prefix: Schedule) => (await trySimulated(prefix)).violations.length > 0;
  const { seed, steps } = await shortestFailing(schedule, fails);
  say(`  its first ${steps.length} of ${schedule.steps.length} steps are enough:`);
  for (const { after, deed } of steps) say(`    +${after} ms ${JSON.stringify(deed)}`);
  say(described(await trySimulated({ ...schedule, seed, steps })));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

// Ends in an orderly way, so that no process is left running.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
await main();
