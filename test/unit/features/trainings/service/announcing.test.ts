import assert from 'node:assert/strict';
import { Announcing } from '../../../../../src/features/trainings/service/announcing.js';
import { TrainingStore } from '../../../../../src/features/trainings/store/training-store.js';
import { DeliveryError } from '../../../../../src/platform/delivery/channel.js';
import { AppError } from '../../../../../src/platform/errors.js';
import { StorageError } from '../../../../../src/platform/storage/errors.js';
import { MemoryTables } from '../../../../support/memory-tables.js';
import { aTraining } from '../../../../support/training-data.js';

const BY = { id: 'teresa', name: 'Teresa', email: '', area: '', roles: ['trainer' as const] };

describe('announcing a training', () => {
  let tables: MemoryTables;
  let trainings: TrainingStore;
  /** The titles on the cards in the channel. */
  let posted: string[];
  let alive: string[];
  let fails: 'unavailable' | 'ambiguous' | undefined;
  /** How often the card was brought up to date. */
  let shownAnew: number;
  /** Set while Teams does not answer. */
  let held: Promise<void> | undefined;

  beforeEach(() => {
    tables = new MemoryTables();
    trainings = new TrainingStore(tables);
    posted = [];
    alive = ['one', 'other'];
    fails = undefined;
    shownAnew = 0;
    held = undefined;
  });

  const instance = (me: string) => {
    const parts = {
      trainings,
      instances: { me, isAlive: (id: string) => alive.includes(id) },
      background: { run: (_name: string, work: () => Promise<void>) => void work() },
      channelCard: { showNow: () => shownAnew++ },
      directory: { find: async () => undefined },
      cards: { render: ({ title }: { title: string }) => ({ title }) },
      channel: {
        post: async (_to: object, { card }: { card: { title: string } }) => {
          await held;
          if (fails) throw new DeliveryError(fails);
          return `m${posted.push(card.title)}`;
        },
      },
    };
    return new Announcing(parts as never);
  };

  const form = (title: string) => {
    const { id, serviceUrl, conversationId, startsAt, endsAt, place, ...rest } = aTraining({ title });
    const { capacity, leastMinutes, requiresCode } = rest;
    const plan = { title, startsAt, endsAt, place, capacity, leastMinutes, requiresCode };
    return { id, plan, trainer: BY, by: BY, place: { serviceUrl, conversationId } };
  };

  const hold = () => {
    let go = () => {};
    held = new Promise((resolve) => {
      go = resolve;
    });
    return go;
  };

  it('posts a form once that is sent several times at once, and all get the same training', async () => {
    const one = instance('one');
    const announced = await Promise.all([1, 2, 3].map(() => one.announce(form('Taller A'))));
    assert.deepEqual(posted, ['Taller A']);
    assert.equal(shownAnew, 0);
    for (const each of announced) assert.ok(typeof each !== 'string' && each.messageId === 'm1');
  });

  it('posts a form once that two instances get at once', async () => {
    const go = hold();
    const first = instance('one').announce(form('Taller A'));
    await assert.rejects(
      instance('other').announce(form('Taller B')),
      (error: unknown) => error instanceof AppError && error.code === 'storage-conflict',
    );
    go();
    await first;
    await instance('other').announce(form('Taller B'));
    assert.deepEqual(posted, ['Taller A']);
  });

  it('takes over a form whose instance has died', async () => {
    hold();
    void instance('one').announce(form('Taller A'));
    await new Promise(setImmediate);
    held = undefined;
    alive = ['other'];
    await instance('other').announce(form('Taller B'));
    assert.deepEqual(posted, ['Taller B']);
  });

  it('can be posted by another instance once the first one has failed', async () => {
    fails = 'unavailable';
    assert.equal(await instance('one').announce(form('Taller A')), 'cannot-post');
    fails = undefined;
    await instance('other').announce(form('Taller A'));
    assert.deepEqual(posted, ['Taller A']);
  });

  it('is not posted again when storage did not learn that it was posted, and shows the plan that was sent last', async () => {
    const one = instance('one');
    const go = hold();
    const failing = one.announce(form('Taller A'));
    await new Promise(setImmediate);
    const { write } = tables;
    tables.write = async () => {
      throw new StorageError('unavailable');
    };
    go();
    await assert.rejects(failing);
    tables.write = write;
    const announced = await one.announce(form('Taller B'));
    assert.deepEqual(posted, ['Taller A']);
    assert.equal(shownAnew, 1);
    assert.ok(
      typeof announced !== 'string' && announced.messageId === 'm1' && announced.title === 'Taller B',
    );
  });

  it('learns from its card where it is, in a thread of its channel alone, and is not posted again then', async () => {
    const one = instance('one');
    fails = 'ambiguous';
    assert.equal(await one.announce(form('Taller A')), 'in-doubt');
    fails = undefined;
    const stored = await trainings.find(form('').id);
    assert.ok(stored);
    await one.found(stored, {
      conversation: { id: '19:other@thread.tacv2;messageid=1' },
      cardMessageId: 'm8',
    });
    await one.found(stored, {
      conversation: { id: `${stored.conversationId};messageid=1` },
      cardMessageId: 'm9',
    });
    const announced = await one.announce(form('Taller A'));
    assert.deepEqual(posted, []);
    assert.ok(typeof announced !== 'string' && announced.messageId === 'm9');
  });

  it('takes what a form corrects when its card is posted, and shows it there', async () => {
    const one = instance('one');
    await one.announce(form('Taller A'));
    const other = { ...BY, id: 'otro', name: 'Otro' };
    const announced = await one.announce({ ...form('Taller B'), trainer: other });
    assert.deepEqual(posted, ['Taller A']);
    assert.ok(typeof announced !== 'string' && announced.title === 'Taller B');
    const stored = await trainings.find(announced.id);
    assert.deepEqual(
      [stored?.title, stored?.trainerId, stored?.createdBy, stored?.messageId],
      ['Taller B', 'otro', 'teresa', 'm1'],
    );
    assert.equal(shownAnew, 1);
  });

  it('changes nothing for another channel, where it is not posted', async () => {
    const one = instance('one');
    await one.announce(form('Taller A'));
    const again = form('Taller B');
    const place = { ...again.place, conversationId: '19:other@thread.tacv2' };
    assert.equal(await one.announce({ ...again, place }), 'elsewhere');
    assert.deepEqual(posted, ['Taller A']);
    assert.equal((await trainings.find(again.id))?.title, 'Taller A');
    assert.equal(shownAnew, 0);
  });
});
