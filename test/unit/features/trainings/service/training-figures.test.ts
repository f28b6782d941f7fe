import assert from 'node:assert/strict';
import {
  monthsCountedWith,
  trainingFigures,
} from '../../../../../src/features/trainings/service/training-figures.js';
import { AttendanceStore } from '../../../../../src/features/trainings/store/attendance-store.js';
import { TrainingStore } from '../../../../../src/features/trainings/store/training-store.js';
import { tallied } from '../../../../../src/platform/figures/figures.js';
import type { Cells } from '../../../../../src/platform/figures/tally.js';
import { aPerson, bogota } from '../../../../support/fixtures.js';
import { MemoryTables } from '../../../../support/memory-tables.js';
import { anAttendee, aTraining } from '../../../../support/training-data.js';

const PEOPLE = [
  aPerson('ana', { superiorId: 'luis', area: 'Sedes' }),
  aPerson('pedro', { superiorId: 'luis', area: 'Sedes' }),
  aPerson('luis', { superiorId: 'marta', area: 'Servicio' }),
  aPerson('marta', { area: 'Servicio' }),
];

describe('the figures of trainings', () => {
  let tables: MemoryTables;
  beforeEach(() => {
    tables = new MemoryTables();
  });

  async function holds(day: string, ...present: string[]): Promise<void> {
    const training = aTraining({ id: `training ${day}`, startsAt: bogota(`${day} 09:00`).toISOString() });
    await new TrainingStore(tables).insert(training);
    for (const key of present) {
      await new AttendanceStore(tables).take(training.id, anAttendee(1, { key }), 0);
    }
  }

  async function counts(month: string, scope: string): Promise<Cells> {
    const source = trainingFigures({ tables, everyone: async () => PEOPLE });
    return (await tallied(source, month)).get(scope)?.counts ?? {};
  }

  it('count people once in each period, in their area and in the lines above them', async () => {
    await holds('2026-10-05', 'person:ana', 'person:luis', 'declared:somebody');
    await holds('2026-11-03', 'person:ana', 'person:pedro');
    await holds('2026-11-20', 'person:ana', 'person:gone');

    const october = await counts('2026-10', 'all');
    assert.equal(october['trainings.sessions'], 1);
    assert.equal(october['trainings.attended'], 3);
    assert.equal(october['trainings.trained~quarter'], 2);
    assert.equal(october['trainings.people'], 4);
    assert.equal(october['trainings.people/area/Sedes'], 2);

    const november = await counts('2026-11', 'all');
    assert.equal(november['trainings.sessions'], 2);
    assert.equal(november['trainings.trained~month'], 2);
    // Ana was trained in October, in the same quarter and year.
    assert.equal(november['trainings.trained~quarter'], 1);
    assert.equal(november['trainings.trained~year/area/Sedes'], 1);

    const ofLuis = await counts('2026-11', 'line:luis');
    assert.equal(ofLuis['trainings.people'], 2);
    assert.equal(ofLuis['trainings.trained~month'], 2);
    assert.equal((await counts('2026-10', 'line:marta'))['trainings.trained~month'], 2);
    assert.equal((await counts('2026-11', 'line:luis'))['trainings.sessions'], undefined);
  });

  it('change for the rest of the year, as far as it has come', () => {
    const training = aTraining({ startsAt: bogota('2026-10-05 09:00').toISOString() });
    assert.deepEqual(monthsCountedWith(training, bogota('2026-11-26 10:00')), ['2026-10', '2026-11']);
    assert.deepEqual(monthsCountedWith(training, bogota('2027-02-01 10:00')), [
      '2026-10',
      '2026-11',
      '2026-12',
    ]);
  });
});
