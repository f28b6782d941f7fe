import assert from 'node:assert/strict';
import {
  declaredKey,
  normalizeContact,
  sharedDevices,
} from '../../../../../src/features/trainings/domain/attendee.js';
import { anAttendee } from '../../../../support/training-data.js';

describe('the attendees of a training', () => {
  it('have the same contact however they write their document or e-mail', () => {
    for (const written of ['1.234.567', ' 1234567', '1 234-567']) {
      assert.equal(normalizeContact(written), '1234567');
    }
    assert.equal(normalizeContact(' Ana@Demo.Example '), 'ana@demo.example');
  });

  it('have one key per training if they are without Teams, and none without a contact', () => {
    const key = declaredKey({ secret: 'a' }, '1.234.567');
    assert.equal(declaredKey({ secret: 'a' }, '1234567'), key);
    assert.notEqual(declaredKey({ secret: 'b' }, '1234567'), key);
    assert.doesNotMatch(key ?? '', /1234567/);
    assert.equal(declaredKey({ secret: 'a' }, ' - '), undefined);
  });

  it('are grouped by shared device, leaving out those without a device', () => {
    const list = [1, 2, 3, 4].map((at) => anAttendee(at, { device: at < 3 ? 'one' : '' }));
    assert.deepEqual(
      sharedDevices(list).map((sharing) => sharing.map(({ name }) => name)),
      [['Persona 1', 'Persona 2']],
    );
  });
});
