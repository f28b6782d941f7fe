import assert from 'node:assert/strict';
import { modelOf } from '../../../../ml/learn/model-of.js';
import { SMALL_TALK } from '../../../../src/platform/policy/knowledge.js';
import { OFF_POLICY, OUTSIDE, Search } from '../../../../src/platform/understanding/search.js';
import { modelSaying } from '../../../support/models.js';

const TEXTS: Record<string, string[]> = {
  '~greeting': ['hola', 'buenas', 'buenos días'],
  [OFF_POLICY]: ['receta de arepas', 'quién ganó el partido', 'cuánto gana el gerente'],
  trato: ['saludar con una sonrisa', 'qué es el buen trato', 'gestos cálidos'],
  filas: ['filas muy largas', 'esperar el turno', 'qué hago con las filas'],
};
const trained = new Search(
  modelOf(Object.entries(TEXTS).flatMap(([label, texts]) => texts.map((text) => ({ text, label })))),
);
/** A search whose model returns these probabilities for every question. */
const searchOf = (probabilities: Record<string, number>) => new Search(modelSaying(probabilities));
const found = (probabilities: Record<string, number>) => searchOf(probabilities).find('anything');

describe('the search', () => {
  it('answers with the section that a question is about', () => {
    for (const [question, id] of [
      ['¿qué es el buen trato?', 'trato'],
      ['SALUDAR con sonrisa', 'trato'],
      ['filas largas', 'filas'],
      ['esperar turno', 'filas'],
    ] as const) {
      const { outcome, sections, score } = trained.find(question);
      assert.deepEqual([outcome, sections[0]], ['answer', id], question);
      assert.ok(score >= 0.4 && score <= 1, String(score));
    }
  });

  it('abstains from questions outside the policy', () => {
    assert.equal(trained.find('receta de arepas').outcome, 'abstain');
  });

  it('recognises small talk', () => {
    const { outcome, smallTalk } = trained.find('Hola, ¡buenos días!');
    assert.deepEqual([outcome, smallTalk], ['abstain', 'greeting']);
  });

  it('returns sections only, never the other classes of the model', () => {
    for (const question of ['hola', 'receta de arepas', 'filas', '', 'xyz'])
      assert.deepEqual([...trained.find(question).sections].sort(), ['filas', 'trato'], question);
  });

  it('returns sections best first, with the probability of the first', () => {
    const { sections, score } = found({ low: 0.1, '~off': 0.15, high: 0.45, middle: 0.3 });
    assert.deepEqual(sections, ['high', 'middle', 'low']);
    assert.ok(Math.abs(score - 0.45) < 1e-6);
  });

  it('returns at most seven sections, with their probabilities', () => {
    const many = { a: 0.3, b: 0.2, c: 0.15, d: 0.1, e: 0.09, f: 0.07, g: 0.06, h: 0.03 };
    assert.deepEqual(found(many).sections, ['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    assert.deepEqual(
      found(many).ranked.map(({ id }) => id),
      found(many).sections,
    );
    assert.deepEqual(found({ a: 0.6, b: 0.4 }).sections, ['a', 'b']);
  });

  for (const [outcome, probabilities] of [
    ['answer', { a: 0.41, b: 0.39, [OFF_POLICY]: 0.2 }],
    ['suggest', { a: 0.39, b: 0.38, [OFF_POLICY]: 0.23 }],
    ['suggest', { a: 0.25, b: 0.25, c: 0.25, d: 0.25 }],
    ['answer', { a: 0.71, [OFF_POLICY]: 0.29 }],
    ['abstain', { a: 0.69, [OFF_POLICY]: 0.31 }],
    ['abstain', { a: 0.68, [OFF_POLICY]: 0.16, '~thanks': 0.16 }],
    ['abstain', { a: 0.01, [OFF_POLICY]: 0.99 }],
  ] as const) {
    it(`chooses "${outcome}" at ${JSON.stringify(probabilities)}`, () => {
      assert.equal(found(probabilities as Record<string, number>).outcome, outcome);
    });
  }

  for (const kind of SMALL_TALK) {
    it(`recognises small talk of the kind ${kind}`, () => {
      assert.equal(found({ a: 0.1, [OFF_POLICY]: 0.3, [OUTSIDE + kind]: 0.6 }).smallTalk, kind);
    });
  }

  it('names the likeliest kind of small talk, for texts that are small talk after all', () => {
    assert.equal(found({ a: 0.1, '~thanks': 0.4, [OFF_POLICY]: 0.5 }).smallTalk, 'thanks');
    assert.equal(found({ a: 0.2, '~gossip': 0.8 }).smallTalk, 'other');
  });

  it('returns the nearest sections even when it abstains', () => {
    const { sections, score } = found({ a: 0.1, b: 0.2, [OFF_POLICY]: 0.7 });
    assert.deepEqual(sections, ['b', 'a']);
    assert.ok(Math.abs(score - 0.2) < 1e-6);
  });

  it('returns no sections when the model has none', () => {
    assert.deepEqual(found({ '~thanks': 1 }), {
      outcome: 'abstain',
      sections: [],
      ranked: [],
      score: 0,
      strangeness: 1,
      smallTalk: 'thanks',
    });
  });
});
