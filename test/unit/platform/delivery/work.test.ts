import assert from 'node:assert/strict';
import sinon from 'sinon';
import { z } from 'zod';
import {
  type WorkItem,
  type WorkKinds,
  WorkQueue,
  workKind,
} from '../../../../src/platform/delivery/work.js';
import { StorageError } from '../../../../src/platform/storage/errors.js';
import { memoryLog } from '../../../support/log.js';
import { MemoryQueue } from '../../../support/memory-queue.js';

const DAY_MS = 86_400_000;
const PARCEL = { kind: 'parcel', to: 'c0de' };
const DEADLINE = { kind: 'deadline', caseId: 'c0de', step: 3 };
const NIGHT = { kind: 'night', day: '2026-11-24' };

/** Three kinds of work, all run by the same function. */
function kinds(run: (item: WorkItem) => Promise<number | undefined>): WorkKinds {
  const parcel = z.object({ kind: z.literal('parcel'), to: z.string() });
  const deadline = z.object({
    kind: z.literal('deadline'),
    caseId: z.string().min(1),
    step: z.number().int(),
  });
  const night = z.object({ kind: z.literal('night'), day: z.iso.date() });
  return {
    parcel: workKind(parcel, run),
    deadline: workKind(deadline, run),
    // A lost night is found by its own row.
    night: workKind(night, run, { comesAgain: false }),
  };
}

describe('the work queue', () => {
  let clock: sinon.SinonFakeTimers;
  let queue: MemoryQueue;
  let poison: MemoryQueue;
  let work: WorkQueue;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: Date.parse('2026-11-24T15:00:00Z') });
    queue = new MemoryQueue();
    poison = new MemoryQueue();
    work = new WorkQueue(queue, poison, memoryLog().log);
  });
  afterEach(async () => {
    const stopped = work.stop();
    await clock.runAllAsync();
    await stopped;
    clock.restore();
  });

  it('runs the safety net of an instance that died, and not early', async () => {
    const handled: WorkItem[] = [];
    await work.prepare(PARCEL);
    work.start(
      kinds(async (item) => {
        handled.push(item);
        return undefined;
      }),
    );
    await clock.tickAsync(29_000);
    assert.deepEqual(handled, []);
    await clock.tickAsync(2_000);
    assert.deepEqual(handled, [PARCEL]);
    assert.deepEqual(queue.bodies, []);
  });

  it('leaves nothing behind after a finished dispatch', async () => {
    await work.carry(await work.prepare(PARCEL), async () => undefined);
    assert.deepEqual(queue.bodies, []);
  });

  it('keeps its safety net hidden while a dispatch takes long, and adds no message', async () => {
    const handled: WorkItem[] = [];
    work.start(
      kinds(async (item) => {
        handled.push(item);
        return undefined;
      }),
    );
    const hanging = async () => {
      await new Promise((resolve) => setTimeout(resolve, 600_000));
      return undefined;
    };
    const carried = [];
    for (let one = 0; one < 3; one++) carried.push(work.carry(await work.prepare(PARCEL), hanging));
    await clock.tickAsync(599_000);
    assert.equal(queue.bodies.length, 3);
    await clock.tickAsync(2_000);
    await Promise.all(carried);
    assert.deepEqual([queue.bodies, handled], [[], []]);
  });

  it('leaves the safety net of a failed dispatch', async () => {
    const failing = work.carry(await work.prepare(PARCEL), async () => {
      throw new Error('storage is down');
    });
    await assert.rejects(failing, /storage is down/);
    assert.equal(queue.bodies.length, 1);
    const handled: WorkItem[] = [];
    work.start(
      kinds(async (item) => {
        handled.push(item);
        return undefined;
      }),
    );
    await clock.tickAsync(32_000);
    assert.deepEqual(handled, [PARCEL]);
  });

  it('keeps what takes long in hand, and takes other work meanwhile', async () => {
    const begun: WorkItem[] = [];
    const slow = async (item: WorkItem) => {
      begun.push(item);
      if (item.kind === 'parcel') await new Promise((resolve) => setTimeout(resolve, 600_000));
      return undefined;
    };
    await work.later(PARCEL, 0);
    work.start(kinds(slow));
    await clock.tickAsync(10_000);
    await work.later(NIGHT, 0);
    await clock.tickAsync(300_000);
    assert.deepEqual(begun, [PARCEL, NIGHT]);
    await clock.tickAsync(300_000);
    assert.deepEqual([queue.bodies, poison.bodies], [[], []]);
  });

  it('runs what another instance left to this one', async () => {
    const handled: WorkItem[] = [];
    work.start(
      kinds(async (item) => {
        handled.push(item);
        return undefined;
      }),
    );
    await work.perform(JSON.stringify(PARCEL));
    await work.perform('{"kind":"of a later version"}');
    assert.deepEqual(handled, [PARCEL]);
  });

  it('runs work again after the time that it asks for', async () => {
    const times: number[] = [];
    const began = Date.now();
    await work.carry(await work.prepare(PARCEL), async () => 4_200);
    work.start(
      kinds(async () => {
        times.push(Math.round((Date.now() - began) / 1_000));
        return times.length < 3 ? 10_000 : undefined;
      }),
    );
    await clock.tickAsync(60_000);
    assert.deepEqual(times, [5, 15, 25]);
    assert.deepEqual(queue.bodies, []);
  });

  it('sets a message aside after ten failures', async () => {
    let tries = 0;
    await work.prepare(PARCEL);
    work.start(
      kinds(async () => {
        tries += 1;
        throw new Error('again');
      }),
    );
    await clock.tickAsync(20 * 60_000);
    assert.equal(tries, 10);
    assert.deepEqual(poison.bodies, [JSON.stringify(PARCEL)]);
  });

  it('retries through an outage of storage without limit or counting failures', async () => {
    const began = Date.now();
    const times: number[] = [];
    const isDown = () => Date.now() - began < 40 * 60_000;
    await work.prepare(PARCEL);
    work.start(
      kinds(async () => {
        times.push(Date.now() - began);
        if (isDown()) throw new StorageError('unavailable');
        return undefined;
      }),
    );
    await clock.tickAsync(60 * 60_000);
    assert.deepEqual(poison.bodies, []);
    assert.deepEqual(queue.bodies, []);
    const last = times.at(-1) ?? 0;
    assert.ok(last >= 40 * 60_000 && last < 42 * 60_000, `done after ${last} ms`);
  });

  it('never makes two messages of one, whatever storage takes and does not', async () => {
    sinon.stub(queue, 'remove').rejects(new StorageError('unavailable'));
    let runs = 0;
    await work.prepare(PARCEL);
    work.start(
      kinds(async () => {
        runs += 1;
        if (runs % 2 === 0) throw new StorageError('unavailable');
        return runs < 6 ? 30_000 : undefined;
      }),
    );
    await clock.tickAsync(10 * 60_000);
    assert.ok(runs > 6, `${runs}`);
    assert.equal(queue.bodies.length, 1);
  });

  for (const [item, comesAgain] of [
    [PARCEL, true],
    [DEADLINE, true],
    [NIGHT, false],
  ] as [WorkItem, boolean][]) {
    it(`${comesAgain ? 'retries hourly' : 'drops'} a set-aside ${item.kind}, reported once`, async () => {
      const told: string[] = [];
      work = new WorkQueue(queue, poison, memoryLog().log, async (body) => void told.push(body));
      let tries = 0;
      let isBroken = true;
      const handled: WorkItem[] = [];
      await work.later(item, 0);
      work.start(
        kinds(async (taken) => {
          tries += 1;
          if (isBroken) throw new TypeError('a bug');
          handled.push(taken);
          return handled.length === 1 ? 60_000 : undefined;
        }),
      );
      await clock.tickAsync(20 * 60_000);
      assert.equal(tries, 10);
      await clock.tickAsync(6 * 3_600_000);
      assert.equal(tries, comesAgain ? 16 : 10);
      assert.deepEqual(poison.bodies, [JSON.stringify(item)]);
      assert.deepEqual(told, [JSON.stringify(item)]);
      isBroken = false;
      await clock.tickAsync(3 * 3_600_000);
      assert.deepEqual(handled, comesAgain ? [item, item] : []);
      assert.deepEqual(queue.bodies, []);
    });
  }

  it('reports set-aside work again until somebody could be told', async () => {
    let told = 0;
    let canBeTold = false;
    work = new WorkQueue(queue, poison, memoryLog().log, async () => {
      if (!canBeTold) throw new Error('no connection');
      told += 1;
    });
    await work.later(DEADLINE, 0);
    work.start(
      kinds(async () => {
        throw new TypeError('a bug');
      }),
    );
    await clock.tickAsync(30 * 60_000);
    canBeTold = true;
    await clock.tickAsync(6 * 3_600_000);
    assert.equal(told, 1);
  });

  it('reports set-aside work once, also when that takes longer than its message is hidden at first', async () => {
    let told = 0;
    work = new WorkQueue(queue, poison, memoryLog().log, async () => {
      told += 1;
      await new Promise((resolve) => setTimeout(resolve, 90_000));
    });
    await work.later(DEADLINE, 0);
    work.start(
      kinds(async () => {
        throw new TypeError('a bug');
      }),
    );
    await clock.tickAsync(3 * 3_600_000);
    assert.deepEqual([told, poison.bodies.length, queue.bodies.length], [1, 1, 1]);
  });

  it('sets unreadable messages aside', async () => {
    await queue.put('{"kind":"dance"}', 0);
    await queue.put('not JSON', 0);
    work.start(kinds(async () => undefined));
    await clock.tickAsync(5_000);
    assert.deepEqual(poison.bodies, ['{"kind":"dance"}', 'not JSON']);
  });

  it('continues after an outage of the queue', async () => {
    const handled: WorkItem[] = [];
    const take = sinon.stub(queue, 'take').rejects(new Error('down'));
    await work.prepare(PARCEL);
    work.start(
      kinds(async (item) => {
        handled.push(item);
        return undefined;
      }),
    );
    await clock.tickAsync(60_000);
    take.restore();
    await clock.tickAsync(6_000);
    assert.deepEqual(handled, [PARCEL]);
  });

  it('waits for work in progress when it stops', async () => {
    let finished = false;
    await queue.put(JSON.stringify(PARCEL), 0);
    work.start(
      kinds(async () => {
        await new Promise((resolve) => setTimeout(resolve, 3_000));
        finished = true;
        return undefined;
      }),
    );
    await clock.tickAsync(10);
    const stopped = work.stop();
    await clock.tickAsync(3_000);
    await stopped;
    assert.ok(finished);
  });

  it('runs delayed work, and not early', async () => {
    const handled: WorkItem[] = [];
    await work.later(DEADLINE, 3_600_000);
    work.start(
      kinds(async (item) => {
        handled.push(item);
        return undefined;
      }),
    );
    await clock.tickAsync(3_599_000);
    assert.deepEqual(handled, []);
    await clock.tickAsync(2_500);
    assert.deepEqual(handled, [DEADLINE]);
    assert.deepEqual(queue.bodies, []);
  });

  it('runs overdue work at once', async () => {
    const handled: WorkItem[] = [];
    await work.later(DEADLINE, -5_000);
    work.start(
      kinds(async (item) => {
        handled.push(item);
        return undefined;
      }),
    );
    await clock.tickAsync(3_000);
    assert.deepEqual(handled, [DEADLINE]);
  });

  it('checks earlier on work that is due later than the service can hide a message', async () => {
    const put = sinon.spy(queue, 'put');
    const renew = sinon.spy(queue, 'renew');
    await work.later(DEADLINE, 20 * DAY_MS);
    await work.later(DEADLINE, 7 * DAY_MS);
    await work.later(DEADLINE, 7 * DAY_MS - 1_000);
    await work.carry(await work.prepare(PARCEL), async () => 30 * DAY_MS);
    assert.deepEqual(
      [...put.args.map(([, seconds]) => seconds), ...renew.args.map(([, seconds]) => seconds)],
      [604_800, 604_800, 604_799, 30, 604_800],
    );
  });

  it('sets an unreadable deadline aside', async () => {
    for (const broken of [
      { ...DEADLINE, step: 'x' },
      { ...DEADLINE, caseId: '' },
    ]) {
      await queue.put(JSON.stringify(broken), 0);
    }
    work.start(kinds(async () => undefined));
    await clock.tickAsync(3_000);
    assert.equal(poison.bodies.length, 2);
  });

  it('reports what it sets aside, and continues when nobody can be told', async () => {
    const told: string[] = [];
    const { log, lines } = memoryLog();
    work = new WorkQueue(queue, poison, log, async (body) => {
      told.push(body);
      throw new Error('no connection');
    });
    await queue.put('one', 0);
    await queue.put('two', 0);
    work.start(kinds(async () => undefined));
    await clock.tickAsync(3_000);
    assert.deepEqual(told, ['one', 'two']);
    assert.deepEqual(poison.bodies, ['one', 'two']);
    assert.equal(lines.filter((line) => line.includes('nobody could be told')).length, 2);
  });
});
