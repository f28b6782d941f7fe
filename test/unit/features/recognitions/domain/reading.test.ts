import assert from 'node:assert/strict';
import {
  attributeIn,
  peopleNamed,
  reasonIn,
} from '../../../../../src/features/recognitions/domain/reading.js';

const PEOPLE = [
  { id: 'c1', name: 'Carlos Colaborador' },
  { id: 'l', name: 'Luis Líder Peña' },
  { id: 'r1', name: 'Rosa Gómez' },
  { id: 'r2', name: 'Rosa Rincón' },
  { id: 'h', name: 'Hernán Humanización' },
];
const ATTRIBUTES = ['amabilidad', 'escucha-comunicacion', 'deip', 'facilidad'];

describe('what a message says of a recognition', () => {
  for (const [text, ids] of [
    ['quiero felicitar a Carlos por su paciencia', ['c1']],
    ['gracias a carlos y a Luis por quedarse', ['c1', 'l']],
    ['mi compañero Luis Líder me ayudó', ['l']],
    ['felicitar a doña Rosa', []],
    ['felicitar a doña Rosa Rincón', ['r2']],
    ['le regaló una rosa a la señora', []],
    ['lo leí en la política de Humanización', []],
    ['I want to thank Carlos for his help', ['c1']],
    ['Carlos me ayudó con la cita', []],
    ['quiero felicitar a Peña', []],
  ] as [string, string[]][]) {
    it(`names ${ids.length === 0 ? 'nobody for sure' : ids.join(' and ')}: ${text}`, () => {
      assert.deepEqual(peopleNamed(text, PEOPLE), ids);
    });
  }

  for (const [text, reason] of [
    ['quiero felicitar a Carlos por explicarle todo a la señora', 'Explicarle todo a la señora'],
    ['Gracias a Luis porque se quedó hasta tarde', 'Se quedó hasta tarde'],
    ['quiero felicitar a Carlos', ''],
    ['Quisiera agradecer a Rosa, que se quedó después de su turno', 'Se quedó después de su turno'],
    ['thank Carlos for staying late with a lost guest', 'Staying late with a lost guest'],
    [
      'el vigilante acompañó a una usuaria con sombrilla hasta el taxi',
      'El vigilante acompañó a una usuaria con sombrilla hasta el taxi',
    ],
  ] as const) {
    it(`tells what they did, or nothing: ${text}`, () => {
      assert.equal(reasonIn(text), reason);
    });
  }

  it('names the attribute that one word tells, or that the model is sure of', () => {
    const sure = [{ id: 'deip', probability: 0.6 }];
    assert.equal(attributeIn('por su amabilidad', ATTRIBUTES, []), 'amabilidad');
    assert.equal(attributeIn('por su paciencia y su amabilidad', ATTRIBUTES, []), undefined);
    assert.equal(attributeIn('arregló la rampa para un señor en silla', ATTRIBUTES, sure), 'deip');
    assert.equal(
      attributeIn('arregló la rampa para un señor', ATTRIBUTES, [{ id: 'deip', probability: 0.2 }]),
      undefined,
    );
    assert.equal(attributeIn('reconocer a alguien', ATTRIBUTES, sure), undefined, 'it says nothing yet');
  });
});
