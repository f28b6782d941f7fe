import assert from 'node:assert/strict';
import { knownWords } from '../../../../ml/learn/known-words.js';

describe('the known words of texts', () => {
  it('are those that occur twice, the most frequent first', () => {
    assert.deepEqual(knownWords(['La fila, la FILA', 'la cita']), ['la', 'fila']);
  });
});
