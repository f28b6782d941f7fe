import assert from 'node:assert/strict';
import { knownWords, Spelling } from '../../../../src/platform/learning/spelling.js';

describe('spelling', () => {
  const spelling = Spelling.of(['amabilidad', 'esfuerzo', 'sol']);

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
    const known = Spelling.of(['vaca', 'sol', 'turno']);
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
    const words = Spelling.of(['trato', 'ejes']);
    assert.equal(words.meant('trao'), 'trato');
    assert.equal(words.meant('eje'), undefined);
  });

  it('does not correct a word to one of three letters', () => {
    for (const word of ['sola', 'soll']) assert.equal(spelling.meant(word), undefined);
  });

  it('prefers the more frequent of two equally close words', () => {
    assert.equal(Spelling.of(['pata', 'pato']).meant('patx'), 'pata');
    assert.equal(Spelling.of(['pato', 'pata']).meant('patx'), 'pato');
  });

  it('corrects in the same way after it was stored', () => {
    const stored = Spelling.fromBytes(Spelling.of(['pato', 'pata', 'sol']).toBytes());
    assert.deepEqual(stored.known, ['pato', 'pata', 'sol']);
    assert.deepEqual(stored.toBytes(), Spelling.of(['pato', 'pata', 'sol']).toBytes());
    assert.deepEqual(Spelling.fromBytes(Spelling.of([]).toBytes()).known, []);
    for (const typed of ['patx', 'paa', 'pata', 'sola', 'zapatos']) {
      assert.equal(stored.meant(typed), Spelling.of(['pato', 'pata', 'sol']).meant(typed), typed);
    }
    assert.equal(stored.meant('patx'), 'pato');
  });

  it('corrects nothing when it knows no words', () => {
    assert.equal(Spelling.of([]).meant('arbol'), undefined);
  });
});

describe('the known words of texts', () => {
  it('are those that occur twice, the most frequent first', () => {
    assert.deepEqual(knownWords(['La fila, la FILA', 'la cita']), ['la', 'fila']);
  });
});
