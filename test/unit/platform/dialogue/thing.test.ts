import assert from 'node:assert/strict';
import { stillOpen, type Thing, withLeft } from '../../../../src/platform/dialogue/thing.js';

const AT = new Date('2026-11-24T15:00:00.000Z');
const LATER = new Date('2026-11-24T15:05:00.000Z');
const draft: Thing = { kind: 'draft', of: 'reports', at: AT.toISOString(), data: { id: 'a' } };
const answer: Thing = { kind: 'answer', of: 'answers', at: AT.toISOString(), data: {} };

describe('what is open', () => {
  it('has what was left last before all else, and once', () => {
    const things = withLeft([draft, answer], [{ kind: 'draft', of: 'reports', data: { id: 'b' } }], LATER);
    assert.deepEqual(things, [{ ...draft, at: LATER.toISOString(), data: { id: 'b' } }, answer]);
  });

  it('keeps what is of another kind or feature', () => {
    const things = withLeft([draft], [{ kind: 'draft', of: 'others' }], LATER);
    assert.deepEqual(
      things.map(({ of }) => of),
      ['others', 'reports'],
    );
  });

  it('loses what is over', () => {
    assert.deepEqual(withLeft([draft, answer], [{ kind: 'draft', of: 'reports', isOver: true }], LATER), [
      answer,
    ]);
  });

  it('is made of what was there before, where that matters', () => {
    const [one] = withLeft(
      [draft],
      [{ kind: 'draft', of: 'reports', data: (before) => ({ ...before, b: 1 }) }],
      LATER,
    );
    assert.deepEqual(one?.data, { id: 'a', b: 1 });
  });

  it('is open for half an hour', () => {
    assert.deepEqual(stillOpen([draft], new Date('2026-11-24T15:30:00.000Z')), [draft]);
    assert.deepEqual(stillOpen([draft], new Date('2026-11-24T15:30:00.001Z')), []);
  });
});
