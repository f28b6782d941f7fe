import assert from 'node:assert/strict';
import { languageOf } from '../../../../src/platform/text/language.js';

describe('the language of a text', () => {
  for (const text of [
    '¿Qué es la promesa de servicio?',
    'que es la promesa',
    'CUÁLES SON LOS EJES',
    'cuales son los ejes'.normalize('NFD'),
    'Hola',
    'más',
    'mis casos',
    'reportar',
    'Me mandaron de un lado a otro',
    'Ayer una usuaria me amenazó en la ventanilla',
    'el feedback del customer es muy importante',
  ]) {
    it(`is Spanish: ${text}`, () => assert.equal(languageOf(text), 'es'));
  }

  for (const text of [
    'What is the service promise?',
    'WHAT DOES IT MEAN',
    'Hello',
    'I want to report a failure',
    'my cases',
    'how do you help someone who was yelled at by the doctor',
    'What does "trato digno" mean?',
  ]) {
    it(`is English: ${text}`, () => assert.equal(languageOf(text), 'en'));
  }

  for (const text of ['', '   ', '😡', '¿?', 'DEIP', 'ok', '7F3K2Q', '12345', 'PQRS']) {
    it(`is unknown: ${JSON.stringify(text)}`, () => assert.equal(languageOf(text), undefined));
  }

  it('is unknown when both languages are equally frequent', () => {
    assert.equal(languageOf('hello hola'), undefined);
  });

  it('is not English for Spanish verbs that look English', () => {
    assert.notEqual(languageOf('No he recibido respuesta'), 'en');
    assert.notEqual(languageOf('He visto maltrato'), 'en');
  });

  it('depends on words, not on parts of them', () => {
    assert.equal(languageOf('theft'), undefined);
    assert.equal(languageOf('elefante'), undefined);
  });
});
