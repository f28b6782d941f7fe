import assert from 'node:assert/strict';
import { waitingRows } from '../../../../../src/features/sources/pages/waiting-rows.js';
import { aPerson } from '../../../../support/fixtures.js';

describe('the rows that wait', () => {
  const wait = (waiting: number, roles: Parameters<typeof aPerson>[1]) => {
    const rows = { count: async () => ({ waiting, urgent: 0 }) };
    return waitingRows(rows)({ viewer: aPerson('paula', roles), language: 'es', now: new Date(0) });
  };

  it('are one line for the team, none where there is no row, and nothing to others', async () => {
    const [line, ...others] = await wait(3, { roles: ['humanization'] });
    assert.equal(line?.what, '3 filas de otros canales por revisar');
    assert.deepEqual(others, []);
    assert.deepEqual(await wait(0, { roles: ['humanization'] }), []);
    assert.deepEqual(await wait(3, { roles: ['leader'] }), []);
  });
});
