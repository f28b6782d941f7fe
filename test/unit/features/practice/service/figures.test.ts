import assert from 'node:assert/strict';
import { practiceFigures } from '../../../../../src/features/practice/service/practice-figures.js';
import { SentCounts } from '../../../../../src/features/practice/store/counts.js';
import { Ticks } from '../../../../../src/features/practice/store/ticks.js';
import { tallied } from '../../../../../src/platform/figures/figures.js';
import { MemoryTables } from '../../../../support/memory-tables.js';

const PRACTICE = { id: 'p', section: 'amabilidad', behaviour: '', es: '', en: '', jobs: [] };
const AT = new Date('2026-11-03T15:00:00Z');

describe('the figures of practices', () => {
  it('are how many went out and how many were ticked, by day, and name nobody', async () => {
    const tables = new MemoryTables();
    const [counts, ticks] = [new SentCounts(tables), new Ticks(tables)];
    await counts.set('2026-11-03', '08:30', 40);
    await counts.set('2026-11-03', '08:30', 41);
    await counts.set('2026-11-03', '14:00', 9);
    await counts.set('2026-12-01', '08:30', 7);
    for (const person of ['ana', 'luis']) await ticks.add(person, '2026-11-03', PRACTICE, AT);
    await ticks.add('ana', '2026-11-04', PRACTICE, AT);
    const tallies = await tallied(practiceFigures({ tables }), '2026-11');
    assert.deepEqual([...tallies.keys()], ['all']);
    const all = tallies.get('all');
    assert.deepEqual(all?.counts, { 'practice.sent': 50, 'practice.done': 3 });
    assert.deepEqual(all?.days['03'], { 'practice.sent': 50, 'practice.done': 2 });
    assert.doesNotMatch(JSON.stringify([...tallies]), /ana|luis|amabilidad/);
  });
});
