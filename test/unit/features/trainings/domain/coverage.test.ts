import assert from 'node:assert/strict';
import { coverageOf } from '../../../../../src/features/trainings/domain/coverage.js';
import { aPerson } from '../../../../support/fixtures.js';
import { anAttendee } from '../../../../support/training-data.js';

describe('the coverage of trainings', () => {
  it('counts each person once, in the area named by the directory', () => {
    const people = [aPerson('1', { area: 'A' }), aPerson('2', { area: 'A' }), aPerson('3', { area: 'B' })];
    const coverage = coverageOf(people, [
      anAttendee(1, { key: 'person:1' }),
      anAttendee(1, { key: 'person:1' }),
      anAttendee(9, { key: 'person:gone' }),
      anAttendee(5, { key: 'declared:x', contact: '1.234.567' }),
      anAttendee(6, { key: 'declared:y', contact: '1234567 ' }),
    ]);
    assert.deepEqual(coverage, {
      areas: [
        { area: 'A', trained: 1, people: 2 },
        { area: 'B', trained: 0, people: 1 },
      ],
      trained: 1,
      people: 3,
      declared: 1,
    });
  });
});
