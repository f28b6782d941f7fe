import assert from 'node:assert/strict';
import {
  attributeNamed,
  peopleChanged,
  publicIn,
} from '../../../../../src/features/recognitions/domain/changing.js';
import { wordsToAdd } from '../../../../../src/platform/dialogue/slots.js';
import { sentences } from '../../../../../src/platform/text/sentences.js';

describe('what a text changes in a recognition', () => {
  it('is the words behind the verb', () => {
    assert.equal(wordsToAdd('y anótale que La Señora lloró'), 'La Señora lloró');
    assert.equal(wordsToAdd('add that she waited'), 'she waited');
    assert.equal(wordsToAdd('agrégale: llegó temprano'), 'llegó temprano');
    assert.equal(wordsToAdd('la señora lloró'), undefined);
    assert.equal(wordsToAdd('dijo que volvía mañana'), undefined, 'it tells something');
  });

  it('is if it may be published, and not the wish to send it', () => {
    assert.equal(publicIn('prefiero que no sea público'), false);
    assert.equal(publicIn("don't publish it"), false);
    assert.equal(publicIn('sí, que se publique'), true);
    assert.equal(publicIn('publícalo'), undefined);
    assert.equal(publicIn('para Carlos'), undefined);
  });

  it('is an attribute that a short text names as such', () => {
    const attributes = ['amabilidad', 'facilidad'];
    assert.equal(attributeNamed('es por gentileza', attributes), 'amabilidad');
    assert.equal(attributeNamed('it was for kindness', attributes), 'amabilidad');
    assert.equal(
      attributeNamed('¿cómo se mide la gentileza de todo un equipo de trabajo?', attributes),
      undefined,
    );
  });

  it('is somebody else, or one more', () => {
    const likely = [
      { id: '1', name: 'Carlos Mesa' },
      { id: '2', name: 'Rosa Vera' },
    ];
    assert.deepEqual(peopleChanged('no es para Carlos, es para Rosa', ['1'], likely), ['2']);
    assert.deepEqual(peopleChanged('también para Rosa', ['1'], likely), ['1', '2']);
    assert.equal(peopleChanged('para mi equipo', ['1'], likely), undefined);
  });

  it('joins sentences', () => {
    assert.equal(sentences('Ayudó', 'y sonrió'), 'Ayudó. Y sonrió');
    assert.equal(sentences('', 'sonrió'), 'Sonrió');
  });
});
