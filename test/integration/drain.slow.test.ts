import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Production } from '../support/production.js';

const ANA = '00000000-0000-4000-8000-000000000001';
const PROBE_MS = 200;
const QUICK = { DRAIN_SECONDS: '2', GRAPH_DIRECTORY: 'off', TEAMS_CATALOG_APP_ID: '', LOG_LEVEL: 'info' };

interface Instance {
  child: ChildProcess;
  address: string;
}

const isReady = async ({ address }: Instance) =>
  (await fetch(`${address}/readyz`).catch(() => undefined))?.status === 200;

/** Sends requests to the instances that were ready at the last probe, in turn. */
class Balancer {
  readonly statuses: number[] = [];
  #ready: Instance[] = [];
  #isStopped = false;
  #turn = 0;
  #running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly bot: Production,
    readonly instances: Instance[],
  ) {}

  async start(): Promise<void> {
    await this.#probe();
    const clients = Array.from({ length: 4 }, () => this.#client());
    this.#running = Promise.all([...clients, this.#probing()]);
  }

  async until(look: (ready: readonly Instance[]) => boolean): Promise<void> {
    for (let waited = 0; !look(this.#ready); waited += PROBE_MS) {
      assert.ok(waited < 30_000, this.bot.output);
      await pause(PROBE_MS);
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }

  async #client(): Promise<void> {
    while (!this.#isStopped) {
      const to = this.#ready[this.#turn++ % this.#ready.length];
      assert.ok(to, 'no instance is ready');
      const conversation = { id: `a:${this.#turn}`, conversationType: 'personal' };
      const response = await this.bot.post(this.bot.activity(ANA, { conversation }), undefined, to.address);
      this.statuses.push(response.status);
    }
  }

  async #probing(): Promise<void> {
    while (!this.#isStopped) {
      await pause(PROBE_MS);
      await this.#probe();
    }
  }

  async #probe(): Promise<void> {
    const ready = await Promise.all(this.instances.map(isReady));
    this.#ready = this.instances.filter((_, at) => ready[at]);
  }
}

describe('two processes that are restarted one after the other', function () {
  this.timeout(120_000);
  let bot: Production;
  before(async () => {
    bot = await Production.start(QUICK);
  });
  after(() => bot.close());

  it('answer every request, and each one says first that it stops', async () => {
    const first = { child: bot.child, address: bot.address };
    const balancer = new Balancer(bot, [first, await bot.startProcess(QUICK)]);
    await balancer.start();
    await balancer.until((ready) => ready.length === 2);
    for (const old of [...balancer.instances]) {
      const exited = once(old.child, 'exit');
      const since = Date.now();
      old.child.kill('SIGTERM');
      await balancer.until((ready) => !ready.includes(old));
      assert.equal((await fetch(`${old.address}/healthz`)).status, 200, 'it still takes requests');
      assert.deepEqual(await exited, [0, null], bot.output);
      assert.ok(Date.now() - since < 12_000, 'within its drain and 10 s');
      const fresh = await bot.startProcess(QUICK);
      balancer.instances.push(fresh);
      await balancer.until((ready) => ready.includes(fresh));
    }
    await balancer.stop();
    assert.ok(balancer.statuses.length > 50, `${balancer.statuses.length} requests`);
    assert.deepEqual([...new Set(balancer.statuses)], [200]);
  });
});

describe('a process that Teams does not trust', function () {
  this.timeout(60_000);

  it('says so in readyz and works by itself once it does', async () => {
    const bot = await Production.start(QUICK);
    try {
      assert.equal((await fetch(`${bot.address}/readyz`)).status, 200);
      bot.keysAreDown = true;
      const other = await bot.startProcess(QUICK);
      let red = '';
      while (!red.includes('the keys of Teams')) {
        const response = await fetch(`${other.address}/readyz`);
        assert.equal(response.status, 503, bot.output);
        red = await response.text();
        await pause(PROBE_MS);
      }
      bot.keysAreDown = false;
      for (let tries = 0; !(await isReady(other)); tries++) {
        assert.ok(tries < 100, bot.output);
        await pause(PROBE_MS);
      }
    } finally {
      await bot.close();
    }
  });
});
