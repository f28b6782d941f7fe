import assert from 'node:assert/strict';
import { Teams } from './teams.js';

describe('the double of Teams', () => {
  it('ends the schedule when a request does not say when it left', () => {
    const teams = new Teams(
      () => undefined,
      () => 0,
      () => 0.5,
    );
    const typing = { instance: 0, method: 'POST', path: '/v3/conversations/a:x/activities' };
    const sentAt = (leftAt: number) => teams.receive({ ...typing, body: { type: 'typing' }, leftAt }, 'pass');
    sentAt(0);
    teams.assertPossible();
    assert.throws(() => sentAt(Number(undefined)), /does not say when it left/);
    assert.throws(() => teams.assertPossible(), /does not say when it left/);
  });
});
