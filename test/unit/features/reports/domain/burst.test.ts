import assert from 'node:assert/strict';
import { isBurst, type Sending } from '../../../../../src/features/reports/domain/burst.js';

const NOW = new Date('2026-11-24T15:00:00.000Z');
const sendings = (count: number, numberedAt: string): Sending[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${numberedAt}-${at}`, numberedAt }));

describe('a burst of reports', () => {
  it('begins with the eleventh in an hour', () => {
    const recent = sendings(10, '2026-11-24T14:30:00.000Z');
    assert.equal(isBurst(recent.slice(1), { id: 'own' }, NOW), false);
    assert.equal(isBurst(recent, { id: 'own' }, NOW), true);
  });

  it('does not count the report itself, nor those of more than an hour ago', () => {
    const recent = sendings(9, '2026-11-24T14:00:00.001Z');
    const own = { id: 'own', numberedAt: NOW.toISOString() };
    const old = sendings(5, '2026-11-24T14:00:00.000Z');
    assert.equal(isBurst([...recent, own, ...old], own, NOW), false);
  });
});
