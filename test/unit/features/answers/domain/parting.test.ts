import assert from 'node:assert/strict';
import { partings } from '../../../../../src/features/answers/domain/parting.js';

describe('a text that asks two things', () => {
  it('is parted where the second question begins', () => {
    assert.deepEqual(partings('¿qué es la amabilidad y cuánto se demora un caso?'), [
      ['¿qué es la amabilidad', 'y cuánto se demora un caso?'],
    ]);
    assert.deepEqual(partings('¿Quién lo ve todo? ¿Y para cuándo responden?'), [
      ['¿Quién lo ve todo', '¿Y para cuándo responden?'],
    ]);
  });

  it('is one question when nothing else is asked', () => {
    assert.deepEqual(partings('¿qué es la escucha y comunicación con los usuarios?'), []);
    assert.deepEqual(partings(`cuento una cosa y ${'otra '.repeat(30)}y qué hago con eso`), []);
  });
});
