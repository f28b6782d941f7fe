import assert from 'node:assert/strict';
import sinon from 'sinon';
import { WorkQueue } from '../../src/delivery/work.js';
import { memoryLog } from '../support/log.js';
import { MemoryQueue } from '../support/memory-queue.js';

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
    await work.prepareDispatch('c0de');
    work.start(async ({ partitionKey }) => {
      handled.push(partitionKey);
      return undefined;
    });
    await clock.tickAsync(29_000);
    assert.deepEqual(handled, []);
    await clock.tickAsync(2_000);
    assert.deepEqual(handled, ['c0de']);
    assert.deepEqual(queue.bodies, []);
  });

  it('should leave nothing behind a dispatch that was settled', async () => {
    const net = await work.prepareDispatch('c0de');
    await work.finishDispatch(net);
    assert.deepEqual(queue.bodies, []);
  });

  it('should come again when it is told to', async () => {
    const times: number[] = [];
    const began = Date.now();
    const net = await work.prepareDispatch('c0de');
    await work.finishDispatch(net, 4_200);
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
    await work.prepareDispatch('c0de');
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
    await work.prepareDispatch('c0de');
    work.start(async ({ partitionKey }) => {
      handled.push(partitionKey);
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
});
