/** What recognitions count, by a second count of this test. */
import assert from 'node:assert/strict';
import type { Recognition } from '../../../../../src/features/recognitions/domain/recognition.js';
import {
  monthsCountedWith,
  recognitionFigures,
} from '../../../../../src/features/recognitions/service/recognition-figures.js';
import { RecognitionLists } from '../../../../../src/features/recognitions/store/lists.js';
import { tallied } from '../../../../../src/platform/figures/figures.js';
import type { Cells } from '../../../../../src/platform/figures/tally.js';
import { aPerson } from '../../../../support/fixtures.js';
import { MemoryTables } from '../../../../support/memory-tables.js';

/** Marta leads Luis, who leads Ana and Carlos; Julia has no superior. */
const PEOPLE = [
  aPerson('ana', { superiorId: 'luis', area: 'Caja' }),
  aPerson('carlos', { superiorId: 'luis', area: 'Caja' }),
  aPerson('luis', { superiorId: 'marta', area: 'Sedes' }),
  aPerson('marta', { area: 'Dirección' }),
  aPerson('julia', { area: 'Sedes' }),
];

describe('the figures of recognitions', () => {
  let lists: RecognitionLists;
  let tables: MemoryTables;
  beforeEach(() => {
    tables = new MemoryTables();
    lists = new RecognitionLists(tables);
  });

  let count = 0;
  const gets = async (personId: string, at: string, more: Partial<Recognition> = {}) => {
    const person = PEOPLE.find(({ id }) => id === personId);
    const one: Recognition = {
      sendingId: `sending-${++count}`,
      personId,
      senderId: 'somebody',
      superiorId: person?.superiorId ?? '',
      area: person?.area ?? '',
      attribute: 'amabilidad',
      message: 'Acompañó a una señora hasta la puerta.',
      source: 'colleague',
      isPublic: false,
      at,
      state: 'sent',
      revision: 2,
      ...more,
    };
    await lists.project(one, { given: true, got: true });
    return one;
  };
  const countsOf = async (month: string) => {
    const source = recognitionFigures({ tables, everyone: async () => PEOPLE });
    const tallies = await tallied(source, month);
    return (scope: string): Cells => tallies.get(scope)?.counts ?? {};
  };

  it('count each by attribute, source and area, in the line above and in the area', async () => {
    await gets('ana', '2026-11-03T15:00:00Z');
    await gets('carlos', '2026-11-04T15:00:00Z', { attribute: 'deip', source: 'pqrs' });
    await gets('julia', '2026-11-05T15:00:00Z');
    const of = await countsOf('2026-11');
    assert.equal(of('all')['recognitions.given'], 3);
    assert.equal(of('all')['recognitions.given/attribute/amabilidad'], 2);
    assert.equal(of('all')['recognitions.given/source/pqrs'], 1);
    assert.equal(of('all')['recognitions.given/area/Caja'], 2);
    assert.equal(of('all')['recognitions.people~month/area/Sedes'], 1);
    assert.equal(of('line:luis')['recognitions.given'], 2);
    assert.equal(of('line:marta')['recognitions.given'], 2, 'and the line above');
    assert.equal(of('area:Sedes')['recognitions.given'], 1);
  });

  it('count a person once in a month, a quarter and a year', async () => {
    await gets('ana', '2026-02-03T15:00:00Z');
    await gets('carlos', '2026-10-03T15:00:00Z');
    await gets('ana', '2026-11-03T15:00:00Z');
    await gets('ana', '2026-11-04T15:00:00Z');
    await gets('carlos', '2026-11-04T15:00:00Z');
    const all = (await countsOf('2026-11'))('all');
    assert.equal(all['recognitions.given'], 3);
    assert.equal(all['recognitions.people~month'], 2);
    assert.equal(all['recognitions.people~quarter'], 1, 'Ana: Carlos was in October');
    assert.equal(all['recognitions.people~year'], undefined);
  });

  it('go by the month of Bogotá, and leave out what was taken away', async () => {
    await gets('ana', '2026-12-01T04:00:00Z');
    const away = await gets('carlos', '2026-11-04T15:00:00Z');
    await lists.project(away, { given: false, got: false });
    assert.equal((await countsOf('2026-11'))('all')['recognitions.given'], 1);
    assert.equal((await countsOf('2026-12'))('all')['recognitions.given'], undefined);
  });

  it('are counted again until the end of the year, as far as it has come', () => {
    const now = new Date('2026-11-26T15:00:00Z');
    assert.deepEqual(monthsCountedWith({ at: '2026-09-30T15:00:00Z' }, now), [
      '2026-09',
      '2026-10',
      '2026-11',
    ]);
    assert.deepEqual(monthsCountedWith({ at: '2025-12-02T15:00:00Z' }, now), ['2025-12']);
  });
});
