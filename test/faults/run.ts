/**
 * `npm run faults -- --schedules N --seed S [--processes]` plays N schedules from seed S on. The last line of its output
 * is a JSON object of figures; the exit status is 1 when anything broke.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Emulator } from './processes/emulator.js';
import { type Schedule, scheduleOf } from './schedule.js';
import { shortestFailing } from './shrink.js';
import { described, figuresOf, type Trial, trySimulated, tryWithProcesses } from './trial.js';

const whole = z.coerce.number().int().min(0);
const options = z.object({ schedules: whole, seed: whole, processes: z.boolean() });

/** Each failing schedule is shortened, which takes as long as ten of them; of many failures the first ones will do. */
const MOST_SHORTENED = 3;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      schedules: { type: 'string', default: '40' },
      seed: { type: 'string', default: '1' },
      processes: { type: 'boolean', default: false },
    },
  });
  const { schedules, seed: first, processes } = options.parse(values);
  const emulator = processes ? await Emulator.start() : undefined;
  const trials: Trial[] = [];
  for (let seed = first; seed < first + schedules; seed++) {
    const trial = emulator ? await tryWithProcesses(seed, emulator) : await trySimulated(scheduleOf(seed));
    trials.push(trial);
    if (trial.violations.length === 0) continue;
    say(described(trial));
    const failures = trials.filter(({ violations }) => violations.length > 0).length;
    if (!emulator && failures <= MOST_SHORTENED) await shorten(scheduleOf(seed));
  }
  await emulator?.stop();
  const figures = figuresOf(trials);
  say(JSON.stringify(figures));
  process.exitCode = figures.lost + figures.doubled + figures.wrong === 0 ? 0 : 1;
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

await main();
