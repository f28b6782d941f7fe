import assert from 'node:assert/strict';
import { knownWords, Spelling } from '../../../../src/platform/learning/spelling.js';

describe('spelling', () => {
  const spelling = new Spelling(['amabilidad', 'esfuerzo', 'sol']);

  for (const [slip, typed] of [
    ['a missing letter', 'amablidad'],
    ['a missing first letter', 'mabilidad'],
    ['a missing last letter', 'amabilida'],
    ['an extra letter', 'amabiliadad'],
    ['a wrong letter', 'amabolidad'],
    ['two swapped letters', 'amabildiad'],
    ['a slip in a word spelt by ear', 'amavildad'],
  ] as const) {
    it(`corrects ${slip}`, () => assert.equal(spelling.extend(typed), `${typed} amabilidad`));
  }

  it('adds the intended word after each misspelt one, and keeps all words', () => {
    assert.equal(
      spelling.extend('¿Qué es la AMABLIDAD, y el esfuezo?'),
      'que es la amablidad amabilidad y el esfuezo esfuerzo',
    );
  });

  it('leaves a known word alone, and one that sounds like it', () => {
    for (const text of ['amabilidad', 'amavilidad', 'esfuerso', 'ezfuerso']) {
      assert.equal(spelling.extend(text), text);
    }
  });

  it('leaves a word alone that is more than one slip away from all known words', () => {
    for (const text of ['amable', 'habilidades', 'fuerza', 'zapatos']) {
      assert.equal(spelling.extend(text), text);
    }
  });

  it('corrects a word of four letters, but not of three', () => {
    const words = new Spelling(['trato', 'ejes']);
    assert.equal(words.extend('trao'), 'trao trato');
    assert.equal(words.extend('eje'), 'eje');
  });

  it('does not correct a word to one of three letters', () => {
    assert.equal(spelling.extend('sola soll'), 'sola soll');
  });

  it('prefers the more frequent of two equally close words', () => {
    assert.equal(new Spelling(['pata', 'pato']).extend('patx'), 'patx pata');
    assert.equal(new Spelling(['pato', 'pata']).extend('patx'), 'patx pato');
  });

  it('only folds a text when it knows no words', () => {
    assert.equal(new Spelling([]).extend('¿Qué  ÁRBOL?'), 'que arbol');
    assert.equal(new Spelling([]).extend(''), '');
  });
});

describe('the known words of texts', () => {
  it('are those that occur twice, the most frequent first', () => {
    assert.deepEqual(knownWords(['La fila, la FILA', 'la cita']), ['la', 'fila']);
  });
});
