import assert from 'node:assert/strict';
import { levelIn } from '../../../../../../src/features/cases/domain/level-words.js';
import { chosenIn } from '../../../../../../src/features/cases/service/lists/choosing.js';

const CASES = [
  { id: 'a', words: 'En el parqueadero la talanquera golpeó un carro' },
  { id: 'b', words: 'En odontología cancelaron la cita sin avisar' },
];

describe('one of the listed cases', () => {
  for (const [text, id] of [
    ['la del parqueadero', 'a'],
    ['abre la de odontología', 'b'],
    ['la segunda', 'b'],
    ['la última', 'b'],
    ['muéstrame alguna', undefined],
  ] as const) {
    it(`is ${id ?? 'none'}: "${text}"`, () => assert.equal(chosenIn(text, CASES)?.id, id));
  }

  it('is the other one, when one was opened', () => {
    assert.equal(chosenIn('y el otro', CASES, 'a')?.id, 'b');
    assert.equal(chosenIn('y el otro', [...CASES, { id: 'c', words: '' }], 'a'), undefined);
  });
});

describe('the level that somebody names', () => {
  for (const [text, level] of [
    ['eso para mí es medio, no bajo', 'medium'],
    ['súbelo a alto', 'high'],
    ['no es grave, es bajo', 'low'],
    ['medio o alto', undefined],
    ['cámbialo', undefined],
  ] as const) {
    it(`is ${level ?? 'none'}: "${text}"`, () => assert.equal(levelIn(text), level));
  }
});
