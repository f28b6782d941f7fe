import assert from 'node:assert/strict';
import {
  beginsWithDays,
  daysChanged,
  namesDeputy,
  peopleIn,
} from '../../../../../src/features/absences/service/changing.js';

describe('what a text changes in an absence', () => {
  const before = { from: '2026-12-07', until: '2026-12-11' };
  const on = (text: string, today = '2026-11-10') => daysChanged(text, today, before);

  it('is read from the days in the form on', () => {
    assert.deepEqual(on('mejor hasta el 16'), { from: '2026-12-07', until: '2026-12-16' });
    assert.deepEqual(on('desde el 8'), { from: '2026-12-08', until: '2026-12-11' });
    assert.deepEqual(on('until the 14th'), { from: '2026-12-07', until: '2026-12-14' });
    assert.deepEqual(on('hasta el martes'), { from: '2026-12-07', until: '2026-12-08' });
    assert.deepEqual(on('vuelvo el 15'), { from: '2026-12-07', until: '2026-12-14' });
  });

  it('leaves the last day open when it would lie before the first', () => {
    assert.deepEqual(on('desde el 20 de diciembre'), { from: '2026-12-20', until: '' });
  });

  it('is nothing where no day is named', () => {
    assert.equal(on('con otra persona'), undefined);
  });

  it('names who stands in, and several people where the name fits several', () => {
    const people = [{ name: 'Julia Mora' }, { name: 'Julia Sanz' }, { name: 'Pedro Gil' }];
    assert.ok(namesDeputy('me va a cubrir Julia'));
    assert.ok(!namesDeputy('ya no me cubre Julia'));
    assert.deepEqual(
      peopleIn('me cubre julia', people).map(({ name }) => name),
      ['Julia Mora', 'Julia Sanz'],
    );
    assert.deepEqual(peopleIn('que me reemplace Julia Sanz', people), [{ name: 'Julia Sanz' }]);
    assert.deepEqual(peopleIn('que me reemplace alguien', people), []);
  });

  it('begins with its days in a correction', () => {
    assert.ok(beginsWithDays('no, es hasta el lunes'));
    assert.ok(!beginsWithDays('cuéntame hasta cuándo hay plazo'));
  });
});
