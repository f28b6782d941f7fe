import assert from 'node:assert/strict';
import { beginsWithField, planIn } from '../../../../../src/features/trainings/service/plan-reading.js';

describe('what a text says of the plan of a training', () => {
  const hours = { startsAt: '08:00', endsAt: '09:30' };
  const on = (text: string) => planIn(text, '2026-11-24', hours);

  it('is everything that a first message names', () => {
    assert.deepEqual(
      on('un taller sobre Primeros Auxilios mañana de 9 a 11 en la sala 4, cupo 12, sin código'),
      {
        title: 'Primeros Auxilios',
        day: '2026-11-25',
        startsAt: '09:00',
        endsAt: '11:00',
        place: 'Sala 4',
        capacity: 12,
        requiresCode: false,
      },
    );
    assert.deepEqual(on('training about listening on Friday from 1 to 3 pm in the library'), {
      title: 'Listening',
      day: '2026-11-27',
      startsAt: '13:00',
      endsAt: '15:00',
      place: 'Library',
    });
  });

  it('is one field of a correction', () => {
    assert.deepEqual(on('que sea a las 4'), { startsAt: '16:00', endsAt: '17:30' });
    assert.deepEqual(on('a las ocho y cuarto'), { startsAt: '08:15', endsAt: '09:45' });
    assert.deepEqual(on('hasta las 12'), { endsAt: '12:00' });
    assert.deepEqual(on('termina a las 2'), { endsAt: '14:00' });
    assert.deepEqual(on('de 11 a 1'), { startsAt: '11:00', endsAt: '13:00' });
    assert.deepEqual(on('make it 10 am'), { startsAt: '10:00', endsAt: '11:30' });
    assert.deepEqual(on('sin límite'), { capacity: 0 });
    assert.deepEqual(on('el título es Buen Humor'), { title: 'Buen Humor' });
    assert.deepEqual(on('https://example.org/Sala'), { place: 'https://example.org/Sala' });
  });

  it('is nothing of what it does not name', () => {
    assert.deepEqual(on('quiero publicar una capacitación'), {});
    assert.deepEqual(on('la capacitación de mañana'), { day: '2026-11-25' });
    assert.deepEqual(on('a las 45'), {});
  });

  it('stands first in a correction', () => {
    assert.ok(beginsWithField('no, mejor el lunes', '2026-11-24'));
    assert.ok(beginsWithField('at 10', '2026-11-24'));
    assert.ok(beginsWithField('que exija el código', '2026-11-24'));
    assert.ok(!beginsWithField('el lunes no voy a poder ir a la sede', '2026-11-24'));
    assert.ok(!beginsWithField('no me deja entrar, el código no sirve', '2026-11-24'));
    assert.ok(!beginsWithField('me trataron mal el lunes', '2026-11-24'));
  });
});
