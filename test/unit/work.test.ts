import assert from 'node:assert/strict';
import sinon from 'sinon';
import { type DeadlineWork, type Work, WorkQueue } from '../../src/delivery/work.js';
import { memoryLog } from '../support/log.js';
import { MemoryQueue } from '../support/memory-queue.js';

const DAY_MS = 86_400_000;
const nameOf = (item: Work) =>
  item.kind === 'dispatch'
    ? item.partitionKey
    : item.kind === 'deadline'
      ? `${item.caseId} ${item.step}`
      : item.kind;
const DEADLINE: DeadlineWork = { kind: 'deadline', caseId: 'c0de', step: 3, phase: 'due' };

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

  it('should come back for a commit whose instance died, and not before', async () => {
    const handled: string[] = [];
    await work.prepare({ kind: 'dispatch', partitionKey: 'c0de' });
    work.start(async (item) => {
      handled.push(nameOf(item));
      return undefined;
    });
    await clock.tickAsync(29_000);
    assert.deepEqual(handled, []);
    await clock.tickAsync(2_000);
    assert.deepEqual(handled, ['c0de']);
    assert.deepEqual(queue.bodies, []);
  });

  it('should leave nothing behind a dispatch that was settled', async () => {
    const net = await work.prepare({ kind: 'dispatch', partitionKey: 'c0de' });
    await work.finish(net);
    assert.deepEqual(queue.bodies, []);
  });

  it('should come again when it is told to', async () => {
    const times: number[] = [];
    const began = Date.now();
    const net = await work.prepare({ kind: 'dispatch', partitionKey: 'c0de' });
    await work.finish(net, 4_200);
    work.start(async () => {
      times.push(Math.round((Date.now() - began) / 1_000));
      return times.length < 3 ? 10_000 : undefined;
    });
    await clock.tickAsync(60_000);
    assert.deepEqual(times, [5, 15, 25]);
    assert.deepEqual(queue.bodies, []);
  });

  it('should set a message aside that fails ten times', async () => {
    let tries = 0;
    await work.prepare({ kind: 'dispatch', partitionKey: 'c0de' });
    work.start(async () => {
      tries += 1;
      throw new Error('again');
    });
    await clock.tickAsync(20 * 60_000);
    assert.equal(tries, 10);
    assert.deepEqual(queue.bodies, []);
    assert.equal(poison.bodies.length, 1);
  });

  it('should set aside what it cannot read', async () => {
    await queue.put('{"kind":"dance"}', 0);
    await queue.put('not JSON', 0);
    work.start(async () => undefined);
    await clock.tickAsync(5_000);
    assert.deepEqual(poison.bodies, ['{"kind":"dance"}', 'not JSON']);
  });

  it('should go on after an outage of the queue', async () => {
    const handled: string[] = [];
    const take = sinon.stub(queue, 'take').rejects(new Error('down'));
    await work.prepare({ kind: 'dispatch', partitionKey: 'c0de' });
    work.start(async (item) => {
      handled.push(nameOf(item));
      return undefined;
    });
    await clock.tickAsync(60_000);
    take.restore();
    await clock.tickAsync(6_000);
    assert.deepEqual(handled, ['c0de']);
  });

  it('should wait for what is in hand when it stops', async () => {
    let finished = false;
    await queue.put('{"kind":"dispatch","partitionKey":"c0de"}', 0);
    work.start(async () => {
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      finished = true;
      return undefined;
    });
    await clock.tickAsync(10);
    const stopped = work.stop();
    await clock.tickAsync(3_000);
    await stopped;
    assert.ok(finished);
  });

  it('should do a piece of work later, and not before', async () => {
    const handled: Work[] = [];
    await work.later(DEADLINE, 3_600_000);
    work.start(async (item) => {
      handled.push(item);
      return undefined;
    });
    await clock.tickAsync(3_599_000);
    assert.deepEqual(handled, []);
    await clock.tickAsync(2_500);
    assert.deepEqual(handled, [DEADLINE]);
    assert.deepEqual(queue.bodies, []);
  });

  it('should do at once what should have been done before', async () => {
    const handled: string[] = [];
    await work.later(DEADLINE, -5_000);
    work.start(async (item) => {
      handled.push(nameOf(item));
      return undefined;
    });
    await clock.tickAsync(3_000);
    assert.deepEqual(handled, ['c0de 3']);
  });

  it('should look earlier at what lies further away than the service hides a message', async () => {
    const put = sinon.spy(queue, 'put');
    await work.later(DEADLINE, 20 * DAY_MS);
    await work.later(DEADLINE, 7 * DAY_MS);
    await work.later(DEADLINE, 7 * DAY_MS - 1_000);
    await work.finish(await work.prepare({ kind: 'dispatch', partitionKey: 'c0de' }), 30 * DAY_MS);
    assert.deepEqual(
      put.args.map(([, seconds]) => seconds),
      [604_800, 604_800, 604_799, 30, 604_800],
    );
  });

  it('should set aside a deadline that it cannot read', async () => {
    for (const broken of [
      { ...DEADLINE, step: 'x' },
      { ...DEADLINE, phase: 'later' },
      { ...DEADLINE, caseId: '' },
    ]) {
      await queue.put(JSON.stringify(broken), 0);
    }
    work.start(async () => undefined);
    await clock.tickAsync(3_000);
    assert.equal(poison.bodies.length, 3);
  });

  it('should tell of what is set aside, and go on where nobody can be told', async () => {
    const told: string[] = [];
    const { log, lines } = memoryLog();
    work = new WorkQueue(queue, poison, log, async (body) => {
      told.push(body);
      throw new Error('no connection');
    });
    await queue.put('one', 0);
    await queue.put('two', 0);
    work.start(async () => undefined);
    await clock.tickAsync(3_000);
    assert.deepEqual(told, ['one', 'two']);
    assert.deepEqual(poison.bodies, ['one', 'two']);
    assert.equal(lines.filter((line) => line.includes('nobody could be told')).length, 2);
  });
});
