import assert from 'node:assert/strict';
import type { Narrative } from '../../../../../src/features/cases/impact/narratives.js';
import { createTells, tellingExamples } from '../../../../../src/features/cases/impact/telling.js';
import { train } from '../../../../../src/platform/learning/fit.js';
import { modelSaying } from '../../../../support/models.js';
import { rulesWith } from '../../../../support/rules.js';

const narrative = (text: string): Narrative => ({
  text,
  level: 'low',
  rule: 'cercania',
  topic: 'behaviour',
  efforts: [],
  touches: [],
  marks: [],
});
const NARRATIVES = {
  failures: [
    'Ayer la cajera me atendió de mala gana',
    'el guarda me gritó en la puerta',
    'llevo dos horas esperando y nadie me atiende',
    'la asesora no me miró en toda la cita',
    'me colgaron el teléfono tres veces',
    'the clerk shouted at me yesterday',
  ].map(narrative),
  none: ['gracias por atender a mi mamá', 'la droguería abre los domingos'],
};
const ASKED = {
  phrasings: ['¿qué es la amabilidad?', 'cuáles son los ejes de la política', 'buen trato', 'cómo saludar'],
  others: ['hola, buenos días', 'una receta de arepas', 'la política de humanización en pocas palabras'],
};
const rules = rulesWith(
  { amenaza: ['amenaz*', 'cuchillo'], soez: ['groser*'] },
  { figurative: ['amenaz* lluvia'] },
);
const tells = createTells(train(tellingExamples(NARRATIVES, ASKED)), rules);
/** The result for a text when the model gives this probability to telling, for any text. */
const tellsAt = (probability: number, text: string) =>
  createTells(modelSaying({ asks: 1 - probability, tells: probability }), rules)(text);

describe('the detector of told events', () => {
  for (const text of [
    'Ayer la asesora me atendió de mala gana',
    'el guarda de la puerta me gritó',
    'llevo tres horas esperando y no me atienden',
    'The guard shouted at me',
  ]) {
    it(`detects an event in "${text}"`, () => assert.equal(tells(text), true));
  }

  for (const text of [
    'hola, muy buenos días',
    'gracias por atender a mi papá',
    'la política de humanización en pocas palabras',
    'una receta de arepas con queso',
  ]) {
    it(`detects no event in "${text}"`, () => assert.equal(tells(text), false));
  }

  it('follows the model from a probability of 0.3 on', () => {
    assert.equal(tellsAt(0.31, 'uno dos tres cuatro'), true);
    assert.equal(tellsAt(0.29, 'uno dos tres cuatro'), false);
  });

  for (const text of [
    '¿qué hago si un usuario me amenaza con un cuchillo?',
    'el guarda me gritó, ¿a quién le aviso?',
    'me amenazó y qué hago?',
    'QUÉ hago si me amenazan en la caja',
    'cuál es el nivel de una amenaza',
    'cuáles son las amenazas de nivel alto',
    'cómo reporto que me amenazaron ayer',
    'dónde reporto una amenaza de ayer',
    'quién atiende una amenaza en la sede',
    'por qué una amenaza es de nivel alto',
    'para qué se reporta una amenaza',
    'what do I do after a threat, amenaza',
    'how do I report una amenaza',
    'who looks after una amenaza',
    'where is una amenaza reported',
    'why is una amenaza high',
    'which level has una amenaza',
  ]) {
    it(`recognises a question: "${text}"`, () => assert.equal(tellsAt(0.99, text), false));
  }

  it('is not misled by a word that only begins like a question word', () => {
    assert.equal(tellsAt(0.99, 'quedé esperando dos horas'), true);
    assert.equal(tellsAt(0.99, 'whoever it was, he shouted'), true);
  });

  it('detects grave words regardless of the model', () => {
    assert.equal(tellsAt(0.01, 'el señor me AMENAZÓ ayer'), true);
    assert.equal(tellsAt(0.01, 'Nos amenazaron. Tenían un cuchillo.'), true);
    assert.equal(tells('sacó un cuchillo en la fila'), true);
    assert.equal(tellsAt(0.01, 'sin mediar palabra me amenazó'), true);
    assert.equal(tellsAt(0.01, 'no para de amenazarme ese señor'), true);
    assert.equal(tellsAt(0.01, 'el señor me ame\u00adna\u200bzó'), true);
    assert.equal(tellsAt(0.01, 'cuando le dije que no me amenazó, quisiera denunciar que me amenazó'), true);
  });

  it('does not count words of a lesser level or discounted words', () => {
    assert.equal(tellsAt(0.01, 'me dijo una grosería ayer'), false);
    assert.equal(tellsAt(0.01, 'el señor no me amenazó'), false);
    assert.equal(tellsAt(0.01, 'si el jefe me amenaza, renuncio'), false);
    assert.equal(tellsAt(0.01, 'en la sede amenazaba lluvia'), false);
  });

  it('detects nothing in fewer than four words', () => {
    assert.equal(tellsAt(0.99, 'me amenazó hoy'), false);
    assert.equal(tellsAt(0.99, 'me amenazó hoy mismo'), true);
    assert.equal(tellsAt(0.99, ''), false);
  });
});

describe('the training examples of telling', () => {
  const examples = tellingExamples(NARRATIVES, ASKED);
  const labelled = (label: string) => examples.filter((example) => example.label === label);

  it('are failures, which count twice, against everything else', () => {
    assert.deepEqual(
      labelled('tells').map(({ text, weight }) => [text, weight]),
      NARRATIVES.failures.map(({ text }) => [text, 2]),
    );
    assert.ok(labelled('asks').every(({ weight = 1 }) => weight === 1));
    const texts = labelled('asks').map(({ text }) => text);
    for (const text of [...NARRATIVES.none, ...ASKED.others]) assert.ok(texts.includes(text), text);
  });

  it('have only the phrasings that are clearly questions or short', () => {
    const phrasings = [
      '¿un vaso de agua al que espera',
      'le ofrecí un vaso de agua, cuenta?',
      'es verdad que se resume en gestos',
      'buen trato siempre',
      'how does one greet people',
      'le abro la puerta al de la silla',
      'mi jefa me regañó por no saludar',
    ];
    const kept = tellingExamples({ failures: [], none: [] }, { phrasings, others: [] });
    assert.deepEqual(
      kept.map(({ text }) => text),
      phrasings.slice(0, 5),
    );
  });
});
