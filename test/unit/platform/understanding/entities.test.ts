import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CODE_LENGTH, CODE_SIGNS, entitiesIn } from '../../../../src/platform/understanding/entities.js';

describe('the entities of a text', () => {
  for (const [text, code] of [
    ['G474QH', 'G474QH'],
    ['g474qh', 'G474QH'],
    ['asistencia 7F3K2Q', '7F3K2Q'],
    ['Asistencia: 7f3-k2q', '7F3K2Q'],
    ['asistencia «7F3 K2Q»', '7F3K2Q'],
    ['el código es g4 74 qh, gracias', 'G474QH'],
    ['FFFGHJ', 'FFFGHJ'],
    ['asistencia FFFGHJ', 'FFFGHJ'],
    ['el código es FFF GHJ', 'FFFGHJ'],
    ['la clínica PQRSCC no es código', undefined],
    ['llegué a las 7:30 y esperé hasta las 9', undefined],
    ['me dieron el turno 234', undefined],
    ['celular 3104567890', undefined],
    ['asistencia 7F3K2O', undefined],
    ['¿cómo va el caso HUM-2026-999999?', undefined],
  ] as const) {
    it(`have the code ${code ?? 'of no training'}: ${text}`, () => assert.equal(entitiesIn(text).code, code));
  }

  for (const [text, number] of [
    ['HUM-2026-000001', 'HUM-2026-000001'],
    ['¿cómo va el caso hum-2026-12?', 'HUM-2026-000012'],
    ['mi caso HUM 2026 1', 'HUM-2026-000001'],
    ['HUM', undefined],
    ['HUM-2026', undefined],
  ] as const) {
    it(`have the number ${number ?? 'of no case'}: ${text}`, () => {
      assert.equal(entitiesIn(text).caseNumber, number);
    });
  }

  it('have every code that a screen can show, however it is split', () => {
    const signs = fc.array(fc.constantFrom(...CODE_SIGNS), {
      minLength: CODE_LENGTH,
      maxLength: CODE_LENGTH,
    });
    fc.assert(
      fc.property(signs, fc.constantFrom('', ' ', '-', '.'), (code, between) => {
        const typed = `${code.slice(0, 3).join('')}${between}${code.slice(3).join('')}`;
        assert.equal(entitiesIn(typed).code, code.join(''));
      }),
    );
  });
});
