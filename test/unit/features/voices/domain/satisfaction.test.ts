import assert from 'node:assert/strict';
import {
  type Counted,
  quarterOf,
  satisfactionOf,
} from '../../../../../src/features/voices/domain/satisfaction.js';
import type { Satisfaction } from '../../../../../src/features/voices/domain/voice.js';

const voices = (...said: [string, Satisfaction][]): Counted[] =>
  said.map(([reporterId, satisfied], at) => ({ reporterId, satisfied, answeredAt: `2026-11-${10 + at}` }));
const FIVE = voices(['a', 'yes'], ['b', 'yes'], ['c', 'partly'], ['d', 'no'], ['e', 'yes']);

describe('what a leader sees of satisfaction', () => {
  it('is nothing before five different people have answered', () => {
    assert.equal(satisfactionOf([]), undefined);
    assert.equal(satisfactionOf(FIVE.slice(1)), undefined);
    assert.equal(
      satisfactionOf(voices(...Array.from({ length: 9 }, (): [string, 'no'] => ['a', 'no']))),
      undefined,
    );
  });

  it('counts people once, by their first answer, in whatever order the rows come', () => {
    const more: Counted = { reporterId: 'a', satisfied: 'no', answeredAt: '2026-11-30' };
    const expected = { people: 5, yes: 3, partly: 1, no: 1 };
    assert.deepEqual(satisfactionOf(FIVE), expected);
    assert.deepEqual(satisfactionOf([more, ...[...FIVE].reverse()]), expected);
  });

  it('never changes by a single person, whose answer the change would tell', () => {
    const steps = ['f', 'g', 'h', 'i', 'j'].map(
      (id, at): Counted => ({ reporterId: id, satisfied: 'no', answeredAt: `2026-12-0${at + 1}` }),
    );
    for (let count = 0; count < steps.length; count++) {
      assert.deepEqual(
        satisfactionOf([...FIVE, ...steps.slice(0, count)]),
        satisfactionOf(FIVE),
        `${5 + count}`,
      );
    }
    assert.deepEqual(satisfactionOf([...FIVE, ...steps]), { people: 10, yes: 3, partly: 1, no: 6 });
  });

  it('is by quarter', () => {
    const quarters = ['2026-01', '2026-03', '2026-04', '2026-12'].map(quarterOf);
    assert.deepEqual(quarters, ['2026-1', '2026-1', '2026-2', '2026-4']);
  });
});
