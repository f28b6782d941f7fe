import assert from 'node:assert/strict';
import { admissionAt, GRACE_MS } from '../../../../../src/features/trainings/domain/training.js';
import { aTraining } from '../../../../support/training-data.js';

describe('the registration of a training', () => {
  it('opens at the start and ends with the grace period, or when the training is closed', () => {
    const training = aTraining();
    const at = (iso: string, ms = 0) => admissionAt(training, new Date(Date.parse(iso) + ms));
    assert.equal(at(training.startsAt, -1), 'early');
    assert.equal(at(training.startsAt), 'open');
    assert.equal(at(training.endsAt, GRACE_MS), 'open');
    assert.equal(at(training.endsAt, GRACE_MS + 1), 'late');
    assert.equal(admissionAt({ ...training, state: 'closed' }, new Date(training.startsAt)), 'closed');
  });
});
