import assert from 'node:assert/strict';
import { codeIn } from '../../../../../src/features/trainings/handlers/code-in-text.js';

describe('the search for a code in a message', () => {
  for (const [text, code] of [
    ['asistencia 7F3K2Q', '7F3K2Q'],
    ['Asistencia: 7f3-k2q', '7F3K2Q'],
    ['asistencia «7F3 K2Q»', '7F3K2Q'],
    ['attendance 7F3K2Q', '7F3K2Q'],
    ['asistencia 7F3K2', '7F3K2'],
    ['asistencia', ''],
    ['asistencia FFFGHJ', 'FFFGHJ'],
    ['registrar asistencia', ''],
    ['registrar mi asistencia, por favor', ''],
    ['registrar mi asistencia por favor 7F3K2Q', '7F3K2Q'],
    ['Hola, quiero registrar mi asistencia con el código 7F3 K2Q. Gracias', '7F3K2Q'],
    ['asistencia código 7F3K2Q', '7F3K2Q'],
    ['register my attendance please 7F3K2Q', '7F3K2Q'],
    ['registrar la asistencia de mi equipo', undefined],
    ['registro de asistencia', undefined],
    ['quiero registrar mi asistencia pero el código no sirve', undefined],
    ['asistencia a las capacitaciones del mes', undefined],
    ['¿cómo registro mi asistencia?', undefined],
    ['asistencialismo', undefined],
    ['asistencia médica', undefined],
    ['Asistencia social', undefined],
    ['asistencia CDFGHJ', 'CDFGHJ'],
    ['asistencia 7F3K2O', '7F3K2O'],
  ] as const) {
    const found = code === '' ? 'a registration without a code' : (code ?? 'no registration');
    it(`finds ${found} in "${text}"`, () => assert.equal(codeIn(text), code));
  }
});
