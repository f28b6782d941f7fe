import assert from 'node:assert/strict';
import { Spelling } from '../../../../src/platform/learning/spelling.js';

describe('spelling', () => {
  const spelling = new Spelling(['amabilidad', 'esfuerzo', 'sol']);

  for (const [slip, typed] of [
    ['a letter too few', 'amablidad'],
    ['the first letter missing', 'mabilidad'],
    ['the last letter missing', 'amabilida'],
    ['a letter too many', 'amabiliadad'],
    ['another letter', 'amabolidad'],
    ['two letters in the wrong order', 'amabildiad'],
    ['a slip and a spelling by ear', 'amavildad'],
  ] as const) {
    it(`mends ${slip}`, () => assert.equal(spelling.extend(typed), `${typed} amabilidad`));
  }

  it('puts what was meant behind each word, and keep all words', () => {
    assert.equal(
      spelling.extend('¿Qué es la AMABLIDAD, y el esfuezo?'),
      'que es la amablidad amabilidad y el esfuezo esfuerzo',
    );
  });

  it('leaves a word that is known, or sounds like one', () => {
    for (const text of ['amabilidad', 'amavilidad', 'esfuerso', 'ezfuerso']) {
      assert.equal(spelling.extend(text), text);
    }
  });

  it('leaves a word that is more than a slip away from all', () => {
    for (const text of ['amable', 'habilidades', 'fuerza', 'zapatos']) {
      assert.equal(spelling.extend(text), text);
    }
  });

  it('mends a word of four letters, and none of three', () => {
    const words = new Spelling(['trato', 'ejes']);
    assert.equal(words.extend('trao'), 'trao trato');
    assert.equal(words.extend('eje'), 'eje');
  });

  it('does not take a word of three letters for what was meant', () => {
    assert.equal(spelling.extend('sola soll'), 'sola soll');
  });

  it('takes the more frequent of two words that are as near', () => {
    assert.equal(new Spelling(['pata', 'pato']).extend('patx'), 'patx pata');
    assert.equal(new Spelling(['pato', 'pata']).extend('patx'), 'patx pato');
  });

  it('only folds a text when it knows no words', () => {
    assert.equal(new Spelling([]).extend('¿Qué  ÁRBOL?'), 'que arbol');
    assert.equal(new Spelling([]).extend(''), '');
  });
});
