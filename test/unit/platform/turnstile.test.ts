import assert from 'node:assert/strict';
import { Turnstile } from '../../../src/platform/turnstile.js';

describe('a turnstile', () => {
  it('lets so many run at a time, the others in their order, also after a failure', async () => {
    const turnstile = new Turnstile(2);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    let atOnce = 0;
    let most = 0;
    const tasks = [0, 1, 2, 3, 4].map((at) =>
      turnstile.run(async () => {
        begun.push(at);
        most = Math.max(most, ++atOnce);
        await new Promise<void>((end) => ends.push(end));
        atOnce -= 1;
        if (at === 0) throw new Error('failed');
      }),
    );
    const settled = Promise.allSettled(tasks);
    for (let at = 0; at < tasks.length; at++) {
      while (ends.length === at) await Promise.resolve();
      ends[at]?.();
    }
    assert.equal((await settled).filter(({ status }) => status === 'rejected').length, 1);
    assert.deepEqual({ begun, most }, { begun: [0, 1, 2, 3, 4], most: 2 });
  });
});
