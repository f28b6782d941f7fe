import assert from 'node:assert/strict';
import { Background } from '../../../src/platform/background.js';
import { memoryLog } from '../../support/log.js';

/** A task that ends when the test says so. */
function gate() {
  let open = () => {};
  let fail = (_: Error) => {};
  const done = new Promise<void>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  return { done, open, fail };
}

/** Lets every task that is ready continue. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

function background() {
  const { log, lines } = memoryLog();
  return { work: new Background(log), lines };
}

describe('background work', () => {
  it('drains at once when nothing is running', async () => {
    await background().work.drain();
  });

  it('starts at once, and drain waits for it', async () => {
    const { work } = background();
    const [first, second] = [gate(), gate()];
    const started: string[] = [];
    for (const [name, task] of [
      ['first', first],
      ['second', second],
    ] as const) {
      work.run(name, () => {
        started.push(name);
        return task.done;
      });
    }
    assert.deepEqual(started, ['first', 'second']);

    let drained = false;
    const draining = work.drain().then(() => {
      drained = true;
    });
    first.open();
    await turn();
    assert.equal(drained, false);
    second.open();
    await draining;
    assert.equal(drained, true);
  });

  it('is awaited by drain even when another task starts it', async () => {
    const { work } = background();
    const [outer, inner] = [gate(), gate()];
    const ended: string[] = [];
    work.run('outer', async () => {
      await outer.done;
      work.run('inner', async () => {
        await inner.done;
        ended.push('inner');
      });
      ended.push('outer');
    });
    const draining = work.drain().then(() => ended.push('drained'));
    outer.open();
    await turn();
    assert.deepEqual(ended, ['outer']);
    inner.open();
    await draining;
    assert.deepEqual(ended, ['outer', 'inner', 'drained']);
  });

  it('fails alone: logged by its name without the message, and other tasks continue', async () => {
    const { work, lines } = background();
    const [bad, good] = [gate(), gate()];
    let ended = false;
    work.run('dispatch', () => bad.done);
    work.run('other', async () => {
      await good.done;
      ended = true;
    });
    bad.fail(Object.assign(new Error('me amenazó'), { code: 'E1' }));
    await turn();
    good.open();
    await work.drain();
    assert.equal(ended, true);
    assert.equal(lines.length, 1);
    const line = JSON.parse(lines[0] ?? '') as { task: string; level: number; err: { code: string } };
    assert.deepEqual([line.task, line.level, line.err.code], ['dispatch', 50, 'E1']);
    assert.ok(!lines[0]?.includes('amenaz'));
  });

  it('is forgotten once it has finished', async () => {
    const { work, lines } = background();
    work.run('failing', async () => {
      throw new Error('once');
    });
    await work.drain();
    await work.drain();
    assert.equal(lines.length, 1);
  });
});
