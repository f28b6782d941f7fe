/** Plays a schedule in this process: simulated instances on storage in memory, in virtual time. */
import { type App, createApp } from '../../../src/app.js';
import type { Send } from '../../../src/bot/connections.js';
import { FINISH_WITHIN_MS } from '../../../src/platform/delivery/times.js';
import { LOCAL_TENANT } from '../../../src/settings.js';
import { memoryHost, someSettings } from '../../support/host.js';
import { memoryLog } from '../../support/log.js';
import { MemoryQueue } from '../../support/memory-queue.js';
import { MemoryTables } from '../../support/memory-tables.js';
import { seeded } from '../../support/random.js';
import type { BotAnswer, Bots } from '../bots.js';
import { type Facts, readFacts } from '../check/facts.js';
import type { Met, Weather } from '../faults.js';
import type { Entry } from '../history.js';
import { plantIn } from '../later-notice.js';
import { ORGANISATION } from '../organisation.js';
import { type Played, play } from '../play.js';
import type { Schedule } from '../schedule.js';
import { Teams } from '../teams.js';
import { Machine } from './machine.js';
import { Network } from './network.js';
import { remoteQueue, remoteTables } from './remote-storage.js';
import { sendTo } from './sending.js';
import { VirtualTime } from './virtual-time.js';

const SERVICE_URL = 'http://127.0.0.1:1/connector/';
const CALM = { firstMs: 2 * 3_600_000, lookMs: 10 * 60_000, looks: 6 };

export interface Simulated extends Played {
  /** The lines of the log of all instances. */
  log: string[];
}

export async function simulate(schedule: Schedule, calm = CALM): Promise<Simulated> {
  const time = new VirtualTime(new Date(schedule.start));
  try {
    const dice = seeded(schedule.seed ^ 0x5eed);
    const entries: Entry[] = [];
    const teams = new Teams(
      (entry) => entries.push(entry),
      () => time.now(),
      dice,
    );
    const network = new Network(dice, () => time.now());
    const bots = new SimulatedBots(schedule, time, network, sendTo(teams, network));
    await time.run(bots.begin());
    const stage = { bots, teams, people: ORGANISATION, entries, envelope, calm };
    const played = await time.run(play(schedule, stage));
    teams.assertPossible();
    return { ...played, log: bots.log };
  } finally {
    time.end();
  }
}

const envelope = () => ({
  serviceUrl: SERVICE_URL,
  recipient: { id: '28:humanizacion-local', name: 'Humanización' },
  conversation: { tenantId: LOCAL_TENANT },
  channelData: { tenant: { id: LOCAL_TENANT } },
});

class SimulatedBots implements Bots {
  readonly #logs: string[][] = [];
  readonly #tables = new MemoryTables();
  readonly #queue: MemoryQueue;
  readonly #poison: MemoryQueue;
  readonly #instances: { machine: Machine; app: App; isOpen: boolean }[] = [];

  constructor(
    private readonly schedule: Schedule,
    private readonly time: VirtualTime,
    readonly network: Network,
    private readonly send: Send,
  ) {
    this.#queue = new MemoryQueue(() => time.now());
    this.#poison = new MemoryQueue(() => time.now());
  }

  get log(): string[] {
    return this.#logs.flat();
  }

  async begin(): Promise<void> {
    for (const instance of this.schedule.clocks.keys()) await this.start(instance);
    const [first] = this.#instances;
    await first?.machine.run(() => first.app.people.save(ORGANISATION));
  }

  get met(): Met {
    return this.network.met;
  }

  get open(): number[] {
    return [...this.#instances.keys()].filter((at) => this.#instances[at]?.isOpen);
  }

  async deliver(activity: object, instance: number): Promise<BotAnswer> {
    const { machine, app } = this.#at(instance);
    await this.network.travel();
    await machine.gate();
    // The activity was JSON on its way.
    const received = JSON.parse(JSON.stringify(activity)) as unknown;
    const answer = await machine.run(() => app.receive('', received));
    await machine.gate();
    return answer;
  }

  weather(weather: Weather): void {
    this.network.weather = weather;
  }

  kill(instance: number): void {
    const killed = this.#at(instance);
    killed.isOpen = false;
    killed.machine.kill();
  }

  pause(instance: number): void {
    this.#at(instance).machine.pause();
  }

  resume(instance: number): void {
    this.#at(instance).machine.resume();
  }

  async stop(instance: number): Promise<'stopped' | 'killed'> {
    const stopped = this.#at(instance);
    stopped.isOpen = false;
    const inOrder = stopped.machine.run(() => stopped.app.stop()).then(() => 'stopped' as const);
    const late = this.wait(FINISH_WITHIN_MS).then(() => 'killed' as const);
    const fate = await Promise.race([inOrder, late]);
    stopped.machine.kill();
    return fate;
  }

  async start(instance: number): Promise<void> {
    const machine = new Machine(instance);
    const aheadMs = this.schedule.clocks[instance] ?? 0;
    const { log, lines } = memoryLog();
    const app = machine.run(() =>
      createApp(
        someSettings({ tenants: [LOCAL_TENANT] }),
        memoryHost({
          tables: remoteTables(this.#tables, this.network, machine),
          queue: remoteQueue(this.#queue, this.network, machine),
          poison: remoteQueue(this.#poison, this.network, machine),
          clock: () => new Date(this.time.now() + aheadMs),
          newId: () => idOf(this.network.dice),
          log,
          defaultServiceUrl: () => SERVICE_URL,
          send: this.send,
          rates: undefined,
        }),
      ),
    );
    this.#logs.push(lines);
    void machine.run(() => app.start());
    this.#instances[instance] = { machine, app, isOpen: true };
  }

  async purge(): Promise<void> {
    this.#queue.clear();
  }

  plant(pick: number): Promise<void> {
    return plantIn(this.#tables, pick);
  }

  now(): number {
    return this.time.now();
  }

  wait(ms: number): Promise<void> {
    return this.time.wait(ms);
  }

  facts(): Promise<Facts> {
    return readFacts(this.#tables, this.time.now());
  }

  #at(instance: number) {
    const found = this.#instances[instance];
    if (!found) throw new RangeError(`there is no instance ${instance}`);
    return found;
  }
}

/** An id of version 4, of the dice. */
function idOf(dice: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(dice() * 16).toString(16)).join('');
  const at = (from: number, to: number) => hex.slice(from, to);
  return `${at(0, 8)}-${at(8, 12)}-4${at(13, 16)}-8${at(17, 20)}-${at(20, 32)}`;
}
