/** Plays a schedule with the built bot as real processes, in real time. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { QueueClient } from '@azure/storage-queue';
import { TableDirectory } from '../../../src/platform/people/table-directory.js';
import { AzureTables } from '../../../src/platform/storage/azure-tables.js';
import { withFieldKeys } from '../../../src/platform/storage/encrypted-tables.js';
import { isFailure } from '../../../src/platform/storage/errors.js';
import { ENCRYPTED, TABLE_NAMES } from '../../../src/tables.js';
import { bundleServer } from '../../../tools/build/bundle.js';
import { APP_ID, ISSUER, TENANT } from '../../support/production.js';
import { seeded } from '../../support/random.js';
import { tokenOf } from '../../support/tokens.js';
import type { BotAnswer, Bots, Ending } from '../bots.js';
import { type Facts, readFacts } from '../check/facts.js';
import type { Met, Weather } from '../faults.js';
import type { Entry } from '../history.js';
import { plantIn } from '../later-notice.js';
import { ORGANISATION } from '../organisation.js';
import { type Played, play } from '../play.js';
import type { Schedule } from '../schedule.js';
import { Teams } from '../teams.js';
import { Cloud } from './cloud.js';
import type { Emulator } from './emulator.js';
import { endingOf } from './ending.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDER = `${ROOT}artifacts/faults/`;
let bundled: Promise<unknown> | undefined;
const FIELD_KEY = { id: 'k1', key: Buffer.alloc(32, 7) };
const INTEGRITY_KEY = Buffer.alloc(32, 9);
/** Shorter than in production, so that a minute shows what takes several there. */
const TIMES = {
  heartbeatMs: 1_000,
  lifeMs: 4_000,
  safetyNetMs: 5_000,
  inHandMs: 8_000,
  handoverMs: 300,
  figuresMs: 1_000,
};
const CALM = { firstMs: 8_000, lookMs: 2_000, looks: 40 };
const START_MS = 60_000;
const MOST_TRIES = 30;
/** A process that has not ended in order by then is killed. */
const STOP_MS = 30_000;

/** What runs when the harness itself ends would run for good. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

interface Instance {
  child: ChildProcess;
  /** Its last lines. */
  log: string[];
  address: string;
  isOpen: boolean;
}

export async function playWithProcesses(schedule: Schedule, emulator: Emulator): Promise<Played> {
  bundled ??= bundleServer(FOLDER, [`${ROOT}test/faults/processes/preload.ts`]);
  await bundled;
  const dice = seeded(schedule.seed ^ 0x5eed);
  const entries: Entry[] = [];
  const record = (entry: Entry) => void entries.push(entry);
  const teams = new Teams(record, () => Date.now(), dice);
  const cloud = await Cloud.open(emulator, teams, dice);
  const bots = new ProcessBots(schedule, cloud, emulator, record);
  try {
    await bots.begin();
    const played = await play(schedule, {
      bots,
      teams,
      people: ORGANISATION,
      entries,
      envelope: () => envelopeOf(cloud),
      calm: CALM,
    });
    teams.assertPossible();
    return played;
  } finally {
    await bots.end();
    await cloud.close();
  }
}

const envelopeOf = ({ serviceUrl }: Cloud) => ({
  serviceUrl,
  recipient: { id: `28:${APP_ID}`, name: 'Humanización' },
  conversation: { tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
});

class ProcessBots implements Bots {
  readonly #tables: ReturnType<typeof withFieldKeys>;
  readonly #instances: Instance[] = [];
  readonly #leaving = new Set<ChildProcess>();

  constructor(
    private readonly schedule: Schedule,
    private readonly cloud: Cloud,
    private readonly emulator: Emulator,
    private readonly record: (entry: Entry) => void,
  ) {
    const { connectionString } = cloud;
    this.#tables = withFieldKeys(new AzureTables({ connectionString }, TABLE_NAMES), [FIELD_KEY], ENCRYPTED);
  }

  async begin(): Promise<void> {
    await patiently(() =>
      new AzureTables({ connectionString: this.cloud.connectionString }, TABLE_NAMES).prepare(),
    );
    await patiently(() => new TableDirectory(this.#tables).save(ORGANISATION));
    await Promise.all(this.schedule.clocks.map((_, instance) => this.start(instance)));
    for (const { address } of this.#instances) await isReady(address);
  }

  async end(): Promise<void> {
    await Promise.all(this.#instances.map(({ child }) => this.#end(child, 'SIGKILL')));
  }

  get met(): Met {
    return this.cloud.met;
  }

  get open(): number[] {
    return [...this.#instances.keys()].filter((at) => this.#instances[at]?.isOpen);
  }

  async deliver(activity: object, instance: number): Promise<BotAnswer> {
    try {
      const response = await fetch(`${this.#at(instance).address}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#token()}` },
        body: JSON.stringify(activity),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
    } catch {
      return {};
    }
  }

  weather(weather: Weather): void {
    this.cloud.weather = weather;
  }

  kill(instance: number): void {
    const killed = this.#at(instance);
    killed.isOpen = false;
    this.#leaving.add(killed.child);
    killed.child.kill('SIGKILL');
  }

  pause(instance: number): void {
    this.#at(instance).child.kill('SIGSTOP');
  }

  resume(instance: number): void {
    this.#at(instance).child.kill('SIGCONT');
  }

  async stop(instance: number): Promise<Ending> {
    const stopped = this.#at(instance);
    stopped.isOpen = false;
    const late = setTimeout(() => stopped.child.kill('SIGKILL'), STOP_MS);
    await this.#end(stopped.child, 'SIGTERM');
    clearTimeout(late);
    return endingOf(stopped.child, stopped.log);
  }

  async start(instance: number): Promise<void> {
    const child = spawn(process.execPath, ['--import', `${FOLDER}preload.js`, `${FOLDER}main.js`], {
      cwd: ROOT,
      env: this.#environmentOf(instance),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    running.add(child);
    child.once('exit', () => {
      running.delete(child);
      if (!this.#leaving.has(child)) this.record({ at: this.now(), kind: 'crashed', instance });
    });
    const started: Instance = { child, log: [], address: '', isOpen: false };
    this.#instances[instance] = started;
    started.address = `http://127.0.0.1:${await portOf(started)}`;
    started.isOpen = true;
  }

  async purge(): Promise<void> {
    await new QueueClient(this.cloud.connectionString, 'work').clearMessages();
  }

  plant(pick: number): Promise<void> {
    return patiently(() => plantIn(this.#tables, pick));
  }

  now(): number {
    return Date.now();
  }

  wait(ms: number): Promise<void> {
    return pause(ms);
  }

  facts(): Promise<Facts> {
    return patiently(() => readFacts(this.#tables, this.now()));
  }

  async #end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    this.#leaving.add(child);
    if (child.exitCode !== null || child.signalCode !== null) return;
    // By then its log has been read to its end.
    const ended = once(child, 'close');
    child.kill(signal);
    await ended;
  }

  #at(instance: number): Instance {
    const found = this.#instances[instance];
    if (!found) throw new RangeError(`there is no instance ${instance}`);
    return found;
  }

  /** Good by any clock of the schedules. */
  #token(): string {
    const now = Math.floor(this.now() / 1_000);
    const claims = {
      iss: ISSUER,
      aud: APP_ID,
      serviceurl: this.cloud.serviceUrl,
      nbf: now - 3_600,
      exp: now + 7_200,
    };
    return tokenOf(this.emulator.teamsKey, claims);
  }

  #environmentOf(instance: number): Record<string, string> {
    const { PATH = '', HOME = '' } = process.env;
    return {
      PATH,
      HOME,
      NODE_ENV: 'production',
      PORT: '0',
      LOG_LEVEL: 'info',
      PUBLIC_URL: 'https://bot.example/',
      MICROSOFT_APP_ID: APP_ID,
      MICROSOFT_APP_TENANT_ID: TENANT,
      FIELD_KEYS: `${FIELD_KEY.id}:${FIELD_KEY.key.toString('base64')}`,
      INTEGRITY_KEYS: `i1:${INTEGRITY_KEY.toString('base64')}`,
      SERVICE_URL_HOSTS: '127.0.0.1',
      GRAPH_DIRECTORY: 'on',
      HEALTH_DEADLINES: 'on',
      ...this.cloud.environmentOf(instance),
      FAULTS_AHEAD_MS: String(this.schedule.clocks[instance] ?? 0),
      FAULTS_TIMES: JSON.stringify(TIMES),
    };
  }
}

/** On a machine with more to do than it can, storage may not answer in time even where nothing breaks. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await ask();
    } catch (error) {
      if (tried === MOST_TRIES || !isFailure(error, 'unavailable')) throw error;
      await pause(1_000);
    }
  }
}

/** Reads the log of a process until it listens, and on, so that its pipe never fills. */
async function portOf({ child, log }: Instance): Promise<string> {
  if (!child.stderr) throw new TypeError('stderr is piped');
  const lines = createInterface({ input: child.stderr });
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => child.kill('SIGKILL'), START_MS);
    lines.on('line', (line) => {
      log.push(line);
      if (log.length > 20) log.shift();
      const port = /"port":(\d+),"msg":"listening"/.exec(line)?.[1];
      if (port === undefined) return;
      clearTimeout(late);
      resolve(port);
    });
    child.once('exit', () => reject(new Error(`it did not start:\n${log.join('\n')}`)));
  });
}

async function isReady(address: string): Promise<void> {
  const until = Date.now() + START_MS;
  while (!(await fetch(`${address}/readyz`)).ok) {
    if (Date.now() > until) throw new Error('it does not get ready');
    await pause(100);
  }
}
