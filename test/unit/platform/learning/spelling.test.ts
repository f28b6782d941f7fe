import assert from 'node:assert/strict';
import { Spelling } from '../../../../src/platform/learning/spelling.js';

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
    it(`corrects ${slip}`, () => assert.equal(spelling.meant(typed), 'amabilidad'));
  }

  it('leaves a known word alone, and one that sounds like it', () => {
    for (const text of ['amabilidad', 'amavilidad', 'esfuerso', 'ezfuerso']) {
      assert.equal(spelling.meant(text), undefined);
    }
  });

  it('knows a word as it is written, not one that only sounds like it', () => {
    const known = new Spelling(['vaca', 'sol', 'turno']);
    assert.deepEqual(
      ['vaca', 'sol', 'turno', 'baca', 'turmo', ''].filter((word) => known.knows(word)),
      ['vaca', 'sol', 'turno'],
    );
  });

  it('leaves a word alone that is more than one slip away from all known words', () => {
    for (const text of ['amable', 'habilidades', 'fuerza', 'zapatos']) {
      assert.equal(spelling.meant(text), undefined);
    }
  });

  it('corrects a word of four letters, but not of three', () => {
    const words = new Spelling(['trato', 'ejes']);
    assert.equal(words.meant('trao'), 'trato');
    assert.equal(words.meant('eje'), undefined);
  });

  it('does not correct a word to one of three letters', () => {
    for (const word of ['sola', 'soll']) assert.equal(spelling.meant(word), undefined);
  });

  it('prefers the more frequent of two equally close words', () => {
    assert.equal(new Spelling(['pata', 'pato']).meant('patx'), 'pata');
    assert.equal(new Spelling(['pato', 'pata']).meant('patx'), 'pato');
  });

  it('corrects nothing when it knows no words', () => {
    assert.equal(new Spelling([]).meant('arbol'), undefined);
  });
});
