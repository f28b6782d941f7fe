import assert from 'node:assert/strict';
import sinon from 'sinon';
import { Handover } from '../../../../src/platform/delivery/handover.js';
import { Instances } from '../../../../src/platform/delivery/instances.js';
import { DELIVERY_TIMES } from '../../../../src/platform/delivery/times.js';
import { StorageError } from '../../../../src/platform/storage/errors.js';
import { rowsOf } from '../../../../src/platform/storage/tables.js';
import { memoryLog } from '../../../support/log.js';
import { MemoryTables } from '../../../support/memory-tables.js';

const CONVERSATIONS = Array.from({ length: 200 }, (_, at) => `conversation ${at}`);
const { lifeMs, heartbeatMs } = DELIVERY_TIMES;

describe('the instances', () => {
  let clock: sinon.SinonFakeTimers;
  let tables: MemoryTables;
  let all: Instances[];
  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: Date.parse('2026-11-24T15:00:00Z') });
    tables = new MemoryTables();
    all = [];
  });
  afterEach(async () => {
    const left = Promise.all(all.map((each) => each.leave()));
    await clock.runAllAsync();
    await left;
    clock.restore();
  });

  function instance(id: string, on = tables): Instances {
    const made = new Instances({ tables: on, newId: () => id, log: memoryLog().log, times: DELIVERY_TIMES });
    all.push(made);
    return made;
  }

  async function join(...ids: string[]): Promise<Instances[]> {
    const joined = ids.map((id) => instance(id));
    const joining = Promise.all(joined.map((each) => each.join()));
    await clock.tickAsync(2 * heartbeatMs);
    assert.deepEqual(
      await joining,
      ids.map(() => true),
    );
    return joined;
  }

  /** From now on, nobody hears of it. */
  const kill = (killed: Instances) => {
    const { write } = tables;
    tables.write = async (table, operation) => {
      const row = operation.kind === 'delete' ? operation : operation.row;
      if (row.rowKey === killed.me) throw new StorageError('unavailable');
      return write.call(tables, table, operation);
    };
  };

  const ownersOf = (seenBy: Instances) => CONVERSATIONS.map((conversation) => seenBy.ownerOf(conversation));

  it('is alone when there is one', async () => {
    const [one] = await join('one');
    assert.deepEqual([one?.count, one?.isCurrent], [1, true]);
    assert.ok(ownersOf(one as Instances).every((owner) => owner === 'one'));
    assert.deepEqual(one?.shareOf('a'), { kind: 'alone' });
  });

  it('agree on the owner of each conversation, and have a part of them each', async () => {
    const [one, two, three] = (await join('one', 'two', 'three')) as [Instances, Instances, Instances];
    await clock.tickAsync(60_000);
    assert.deepEqual(ownersOf(one), ownersOf(two));
    assert.deepEqual(ownersOf(one), ownersOf(three));
    for (const each of [one, two, three]) {
      const own = ownersOf(one).filter((owner) => owner === each.me).length;
      assert.ok(own > 40 && own < 95, `${own}`);
    }
    const conversation = CONVERSATIONS[0] ?? '';
    const shares = [one, two, three].map((each) => each.shareOf(conversation));
    assert.equal(shares.filter(({ kind }) => kind === 'owner').length, 1);
    assert.deepEqual(
      shares.find(({ kind }) => kind === 'guest'),
      { kind: 'guest', of: 2 },
    );
  });

  it('take over the conversations of one that is gone, and move no others', async () => {
    const [one, two, three] = (await join('one', 'two', 'three')) as [Instances, Instances, Instances];
    await clock.tickAsync(60_000);
    const before = ownersOf(one);
    kill(three);
    await clock.tickAsync(lifeMs + 2 * heartbeatMs);
    const after = ownersOf(one);
    assert.equal(one.isAlive('three'), false);
    assert.ok(!after.includes('three'));
    for (const [at, owner] of before.entries()) if (owner !== 'three') assert.equal(after[at], owner);
    assert.deepEqual(ownersOf(two), after);
  });

  it('reply only, while what the owner before sent still counts', async () => {
    const [one, two] = (await join('one', 'two')) as [Instances, Instances];
    await clock.tickAsync(60_000);
    const its = CONVERSATIONS.find((conversation) => one.ownerOf(conversation) === 'two') ?? '';
    const leaving = two.leave();
    await clock.tickAsync(0);
    await leaving;
    await clock.tickAsync(heartbeatMs);
    assert.equal(one.ownerOf(its), 'one');
    assert.equal(one.shareOf(its).kind, 'guest');
    await clock.tickAsync(31_000);
    assert.equal(one.shareOf(its).kind, 'alone');
  });

  it('knows at once of one that took its leave', async () => {
    const [one, two] = (await join('one', 'two')) as [Instances, Instances];
    await Promise.all([two.leave(), clock.tickAsync(0)]);
    await clock.tickAsync(heartbeatMs);
    assert.deepEqual([one.count, one.isAlive('two'), two.isCurrent], [1, false, false]);
  });

  it('does not send while others may believe that it is gone', async () => {
    const [one] = (await join('one', 'two')) as [Instances];
    kill(one);
    await clock.tickAsync(lifeMs - 1_000);
    assert.deepEqual([one.isCurrent, one.ownerOf('a')], [false, undefined]);
  });

  it('comes back after a pause like a new one', async () => {
    const [one, two] = (await join('one', 'two')) as [Instances, Instances];
    await clock.tickAsync(60_000);
    const own = CONVERSATIONS.find((conversation) => one.ownerOf(conversation) === 'one') ?? '';
    const write = tables.write.bind(tables);
    kill(one);
    await clock.tickAsync(2 * lifeMs);
    assert.deepEqual([two.count, two.ownerOf(own)], [1, 'two']);
    tables.write = write;
    await clock.tickAsync(heartbeatMs);
    assert.equal(one.ownerOf(own), undefined, 'the other does not know of it yet');
    await clock.tickAsync(2 * heartbeatMs);
    assert.deepEqual([one.ownerOf(own), two.ownerOf(own)], ['one', 'one']);
    assert.equal(one.shareOf(own).kind, 'guest', 'what the other sent still counts');
    await clock.tickAsync(31_000);
    assert.equal(one.shareOf(own).kind, 'owner');
  });

  it('believe for a while in one that they have not seen, and not for ever', async () => {
    const [one] = (await join('one')) as [Instances];
    assert.equal(one.isAlive('new'), true);
    await clock.tickAsync(lifeMs + 1);
    assert.equal(one.isAlive('new'), false);
  });

  it('joins once storage is there', async () => {
    const write = tables.write.bind(tables);
    tables.write = async () => {
      throw new StorageError('unavailable');
    };
    const one = instance('one');
    let isJoined = false;
    const joining = one.join().then((joined) => {
      isJoined = joined;
    });
    await clock.tickAsync(60_000);
    assert.equal(isJoined, false);
    tables.write = write;
    await clock.tickAsync(heartbeatMs);
    await joining;
    assert.equal(isJoined, true);
  });

  it('leave no rows for ever', async () => {
    const [, two] = (await join('one', 'two')) as [Instances, Instances];
    await Promise.all([two.leave(), clock.tickAsync(0)]);
    await clock.tickAsync(101 * lifeMs);
    const left: string[] = [];
    for await (const { row } of rowsOf(tables, 'Instances', 'live')) left.push(row.rowKey);
    assert.deepEqual(left, ['one']);
  });

  describe('leave work to each other', () => {
    const WORK = { kind: 'dispatch', partitionKey: 'c0de' };
    let performed: string[];
    beforeEach(() => {
      performed = [];
    });
    function handover(instances: { me: string; count: number }): Handover {
      return new Handover({
        tables,
        instances,
        perform: async (body) => {
          performed.push(`${instances.me} ${body}`);
          if (body.includes('broken')) throw new Error('broken');
        },
        log: memoryLog().log,
        times: DELIVERY_TIMES,
      });
    }

    it('once, however often it is left meanwhile', async () => {
      const [one, two] = [handover({ me: 'one', count: 2 }), handover({ me: 'two', count: 2 })];
      await Promise.all([one.give('two', WORK), one.give('two', WORK)]);
      await one.give('two', { ...WORK, partitionKey: 'broken' });
      one.start();
      two.start();
      await clock.tickAsync(5_000);
      assert.deepEqual(performed.sort(), [
        'two {"kind":"dispatch","partitionKey":"broken"}',
        'two {"kind":"dispatch","partitionKey":"c0de"}',
      ]);
      await Promise.all([one.stop(), two.stop()]);
    });

    it('and one that is alone does not look for it', async () => {
      let pages = 0;
      const page = tables.page.bind(tables);
      tables.page = (...asked) => {
        pages += 1;
        return page(...asked);
      };
      const one = handover({ me: 'one', count: 1 });
      one.start();
      await clock.tickAsync(10_000);
      await one.stop();
      assert.equal(pages, 0);
    });
  });
});
