/** Questions to three instances that share their storage, beside one: what it costs that they have to know of each other. */
import { freshAccount, offerEmulator, stopEmulator } from '../support/emulator.js';
import { Child } from './child.js';
import type { Usage } from './children/probe.js';
import { Cloud } from './cloud.js';
import { drive } from './load.js';
import type { Measurement } from './report.js';
import { alternate, medians } from './rounds.js';
import { askedBy } from './turns.bench.js';

const INSTANCES = 3;
const IN_FLIGHT = 16;
const ROUND_MS = 2_000;

export async function benchInstances(): Promise<Measurement[]> {
  await offerEmulator();
  const cloud = await Cloud.open();
  const one = await Fleet.start(1, cloud.environment(await freshAccount()));
  const several = await Fleet.start(INSTANCES, cloud.environment(await freshAccount()));
  try {
    const run = (child: Fleet) =>
      drive({
        child,
        tokens: cloud.tokens,
        activity: (at) => askedBy(cloud, at),
        inFlight: IN_FLIGHT,
        ms: ROUND_MS,
      });
    const pairs = await alternate(
      () => run(several),
      () => run(one),
    );
    const row = (part: string, unit: string) => ({
      name: `instances.${INSTANCES}.${part}`,
      unit,
      peer: 'one instance',
    });
    return [
      medians(pairs, row('rate', 'turns/s'), ({ perSecond }) => perSecond),
      medians(pairs, row('cpu', 'ms of all processes each'), ({ cpuMs }) => cpuMs),
    ];
  } finally {
    await Promise.all([one.stop(), several.stop()]);
    await cloud.close();
    await stopEmulator();
  }
}

/** Instances as a balancer shows them: each request goes to the next one. */
class Fleet {
  #next = 0;

  static async start(count: number, environment: Record<string, string>): Promise<Fleet> {
    const starting = Array.from({ length: count }, () => Child.start('ours', environment));
    return new Fleet(await Promise.all(starting));
  }

  private constructor(private readonly children: readonly Child[]) {}

  get port(): number {
    const child = this.children[this.#next++ % this.children.length];
    return child?.port ?? 0;
  }

  async usage(): Promise<Usage> {
    const usages = await Promise.all(this.children.map((child) => child.usage()));
    const sum = (of: keyof Usage) => usages.reduce((total, usage) => total + usage[of], 0);
    return { cpuMs: sum('cpuMs'), residentMb: sum('residentMb'), heapMb: sum('heapMb') };
  }

  async stop(): Promise<void> {
    await Promise.all(this.children.map((child) => child.stop()));
  }
}
