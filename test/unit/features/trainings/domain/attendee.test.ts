import assert from 'node:assert/strict';
import {
  declaredKey,
  normalizeContact,
  sharedDevices,
} from '../../../../../src/features/trainings/domain/attendee.js';
import { anAttendee } from '../../../../support/training-data.js';

describe('the attendees of a training', () => {
  it('takes two ways of writing a document or an e-mail for the same', () => {
    for (const written of ['1.234.567', ' 1234567', '1 234-567']) {
      assert.equal(normalizeContact(written), '1234567');
    }
    assert.equal(normalizeContact(' Ana@Demo.Example '), 'ana@demo.example');
  });

  it('gives somebody without Teams one key in a training, another in the next, and none for no contact', () => {
    const key = declaredKey({ secret: 'a' }, '1.234.567');
    assert.equal(declaredKey({ secret: 'a' }, '1234567'), key);
    assert.notEqual(declaredKey({ secret: 'b' }, '1234567'), key);
    assert.doesNotMatch(key ?? '', /1234567/);
    assert.equal(declaredKey({ secret: 'a' }, ' - '), undefined);
  });

  it('names those who share a device, and nobody without one', () => {
    const list = [1, 2, 3, 4].map((at) => anAttendee(at, { device: at < 3 ? 'one' : '' }));
    assert.deepEqual(
      sharedDevices(list).map((sharing) => sharing.map(({ name }) => name)),
      [['Persona 1', 'Persona 2']],
    );
  });
});
