import assert from 'node:assert/strict';
import { byDeadline } from '../../../../../src/platform/pages/tab/waiting.js';

describe('what waits', () => {
  it('stands by its deadline, a day after all moments of it, and what has none last', () => {
    const all = [undefined, '2026-11-25T24', '2026-11-26T13:00:00.000Z', '2026-11-25T20:00:00.000Z'];
    const sorted = byDeadline(all.map((until) => ({ what: '', due: '', words: '', until })));
    assert.deepEqual(
      sorted.map(({ until }) => until),
      ['2026-11-25T20:00:00.000Z', '2026-11-25T24', '2026-11-26T13:00:00.000Z', undefined],
    );
  });
});
