import assert from 'node:assert/strict';
import sinon from 'sinon';
import { FairQueue, nextOf } from '../../../../src/platform/cleaning/fair-queue.js';

const sent = (by: string) => ({ by, isFirst: false });
const opened = (by: string) => ({ by, isFirst: true });

describe('who is next', () => {
  it('is nobody where nobody waits', () => assert.equal(nextOf([], ['ana']), undefined));

  it('is who came first, of people who have not had a turn', () => {
    const [ana, luis] = [sent('ana'), sent('luis')];
    assert.equal(nextOf([ana, luis], []), ana);
  });

  it('is the person whose turn is longest ago', () => {
    const [ana, luis, eva] = [sent('ana'), sent('luis'), sent('eva')];
    assert.equal(nextOf([ana, luis, eva], ['ana', 'luis']), eva);
    assert.equal(nextOf([ana, luis], ['luis', 'ana']), luis);
  });

  it('is who opens a file, before all who send one', () => {
    const [ana, luis] = [sent('ana'), opened('luis')];
    assert.equal(nextOf([ana, luis], ['eva', 'luis']), luis);
  });

  it('is of one person what came first', () => {
    const [one, other] = [sent('ana'), sent('ana')];
    assert.equal(nextOf([one, other], ['ana']), one);
  });
});

describe('a fair queue', () => {
  /** A queue, what ran in it, and tasks that run until they are let go. */
  function queued() {
    const queue = new FairQueue();
    const ran: string[] = [];
    const running: (() => void)[] = [];
    const add = (by: string, { isFirst = false, patienceMs = 60_000 } = {}) =>
      queue.run({ by, isFirst, patienceMs }, async () => {
        ran.push(by);
        await new Promise<void>((done) => running.push(done));
      });
    const settle = async () => {
      for (let turn = 0; turn < 10; turn++) await Promise.resolve();
    };
    /** Ends the task that runs. */
    const letGo = async () => {
      await settle();
      running.shift()?.();
      await settle();
    };
    return { add, ran, letGo };
  }

  it('runs one task at a time, by turns of people, and downloads first', async () => {
    const { add, ran, letGo } = queued();
    const all = [add('ana'), add('ana'), add('ana'), add('luis'), add('eva', { isFirst: true })];
    for (const [ended] of all.entries()) {
      await letGo();
      assert.equal(ran.length, Math.min(ended + 2, all.length), 'one at a time');
    }
    await Promise.all(all);
    assert.deepEqual(ran, ['ana', 'eva', 'luis', 'ana', 'ana']);
  });

  it('goes on after a task that fails', async () => {
    const queue = new FairQueue();
    const asked = { by: 'ana', isFirst: false, patienceMs: 60_000 };
    const failing = queue.run(asked, () => Promise.reject(new Error('broken')));
    const after = queue.run(asked, async () => 'done');
    await assert.rejects(failing, /broken/);
    assert.equal(await after, 'done');
  });

  it('refuses who would wait too long, and lets the others go on', async () => {
    const clock = sinon.useFakeTimers();
    try {
      const { add, ran, letGo } = queued();
      const first = add('ana');
      const hurried = add('luis', { isFirst: true, patienceMs: 10_000 });
      const patient = add('eva', { patienceMs: 20_000 });
      const refused = assert.rejects(hurried, { code: 'busy' });
      clock.tick(10_001);
      await refused;
      await letGo();
      clock.tick(20_000);
      await letGo();
      await Promise.all([first, patient]);
      assert.deepEqual(ran, ['ana', 'eva']);
    } finally {
      clock.restore();
    }
  });

  it('refuses one person more than ten that wait, and nobody else', async () => {
    const { add, letGo } = queued();
    const all = Array.from({ length: 11 }, () => add('ana'));
    await assert.rejects(add('ana'), { code: 'busy' });
    all.push(add('luis'));
    for (const _ of all) await letGo();
    await Promise.all(all);
  });
});
