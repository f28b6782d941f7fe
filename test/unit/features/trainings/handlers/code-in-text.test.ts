import assert from 'node:assert/strict';
import { mistypedCodeIn } from '../../../../../src/features/trainings/handlers/code-in-text.js';

describe('the search for a mistyped code in a message', () => {
  for (const [text, code] of [
    ['asistencia 7F3K2', '7F3K2'],
    ['asistencia 7F3K2O', '7F3K2O'],
    ['código 7F3K2O', '7F3K2O'],
    ['registrar mi asistencia con el código 7f3 k2o, gracias', '7F3K2O'],
    ['asistencia', undefined],
    ['asistencia médica', undefined],
    ['asistencia a las capacitaciones del mes', undefined],
    ['llegamos a las 7:30', undefined],
  ] as const) {
    it(`finds ${code ?? 'none'} in "${text}"`, () => assert.equal(mistypedCodeIn(text), code));
  }
});
