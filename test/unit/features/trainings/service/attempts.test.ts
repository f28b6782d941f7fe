import assert from 'node:assert/strict';
import { Attempts } from '../../../../../src/features/trainings/service/attempts.js';

describe('the limit of attempts', () => {
  it('counts attempts within the time span only, separately for each person', () => {
    let now = 0;
    const attempts = new Attempts(() => new Date(now), 2, 1_000);
    attempts.add('a');
    now = 500;
    attempts.add('a');
    assert.equal(attempts.isOver('a'), true);
    assert.equal(attempts.isOver('b'), false);
    now = 999;
    assert.equal(attempts.isOver('a'), true);
    now = 1_000;
    assert.equal(attempts.isOver('a'), false);
  });
});
