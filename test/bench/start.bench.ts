/** From the start of a process to its readiness, and its memory: after the start, and after a while under load. */
import { freshAccount, offerEmulator, stopEmulator } from '../support/emulator.js';
import { Child } from './child.js';
import { Cloud } from './cloud.js';
import { drive } from './load.js';
import type { Measurement } from './report.js';
import { alternate, medians, type Pair } from './rounds.js';
import { askedBy } from './turns.bench.js';

const PEER = 'echo of botbuilder on restify';
const IN_FLIGHT = 64;
/** `BENCH_LOAD_SECONDS=300` for what the bar asks. */
const LOAD_MS = Number(process.env.BENCH_LOAD_SECONDS ?? 20) * 1_000;

export async function benchStart(): Promise<Measurement[]> {
  await offerEmulator();
  const cloud = await Cloud.open();
  const environment = cloud.environment(await freshAccount());
  const start = async (name: 'ours' | 'echo') => {
    const began = performance.now();
    const child = await Child.start(name, environment);
    const readyMs = performance.now() - began;
    const { residentMb, cpuMs } = await child.usage();
    await child.stop();
    return { readyMs, residentMb, cpuMs };
  };
  const loaded = async (name: 'ours' | 'echo') => {
    const child = await Child.start(name, environment);
    await drive({
      child,
      tokens: cloud.tokens,
      activity: (at) => askedBy(cloud, at),
      inFlight: IN_FLIGHT,
      ms: LOAD_MS,
    });
    const { residentMb } = await child.usage();
    await child.stop();
    return { residentMb };
  };
  try {
    const started = await alternate(
      () => start('ours'),
      () => start('echo'),
    );
    const after: Pair<{ residentMb: number }>[] = [
      { ours: await loaded('ours'), peer: await loaded('echo') },
    ];
    const row = (name: string, unit: string) => ({ name: `start.${name}`, unit, peer: PEER });
    return [
      medians(started, row('ready', 'ms'), ({ readyMs }) => readyMs),
      medians(started, row('cpu', 'ms of the process'), ({ cpuMs }) => cpuMs),
      medians(started, row('memory', 'MB'), ({ residentMb }) => residentMb),
      medians(after, row(`memory-after-${LOAD_MS / 1_000}s-of-load`, 'MB'), ({ residentMb }) => residentMb),
    ];
  } finally {
    await cloud.close();
    await stopEmulator();
  }
}
