import assert from 'node:assert/strict';
import {
  mayAnnounce,
  mayManage,
  maySeeCoverage,
} from '../../../../../src/features/trainings/domain/permissions.js';
import { aPerson } from '../../../../support/fixtures.js';
import { aTraining } from '../../../../support/training-data.js';

describe('the training permissions', () => {
  const training = aTraining({ trainerId: 'teresa', createdBy: 'alba' });

  for (const [id, role, announces, manages, sees] of [
    ['teresa', 'trainer', true, true, false],
    ['alba', 'trainer', true, true, false],
    ['otra', 'trainer', true, false, false],
    ['hernan', 'humanization', true, true, true],
    ['luis', 'leader', false, false, false],
    ['raiz', 'admin', false, false, false],
    ['ana', undefined, false, false, false],
  ] as const) {
    it(`of ${role ?? 'person'} ${id}: announce ${announces}, manage ${manages}, coverage ${sees}`, () => {
      const person = aPerson(id, { roles: role ? [role] : [] });
      const found = [mayAnnounce(person), mayManage(training, person), maySeeCoverage(person)];
      assert.deepEqual(found, [announces, manages, sees]);
    });
  }
});
