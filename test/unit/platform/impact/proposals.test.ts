import assert from 'node:assert/strict';
import { effortExamples, IMPACT_FIT, topicExamples, touchExamples } from '../../../../ml/examples/impact.js';
import type { Narrative, Narratives } from '../../../../ml/examples/narratives.js';
import { modelOf } from '../../../../ml/learn/model-of.js';
import {
  createProposals,
  effortsLabel,
  type ProposalModels,
} from '../../../../src/platform/impact/proposals.js';
import { modelSaying } from '../../../support/models.js';
import { rulesWith } from '../../../support/rules.js';

const TOLD: [text: string, topic: Narrative['topic'], efforts: Narrative['efforts'], touches: string[]][] = [
  ['nadie explicó el formulario y volví tres veces', 'information', ['cognitive', 'time'], ['mala-atencion']],
  ['nadie explicó los requisitos y volví dos veces', 'information', ['cognitive', 'time'], ['mala-atencion']],
  ['no entendí la carta que me mandaron', 'information', ['cognitive'], ['robotismo']],
  ['no entendí el correo que me mandaron', 'information', ['cognitive'], ['robotismo']],
  ['se burló de mi mamá y lloró toda la tarde', 'behaviour', ['emotional'], ['apatia', 'superioridad']],
  ['se burló de mi hermana y lloró en el bus', 'behaviour', ['emotional'], ['apatia', 'superioridad']],
  ['la cajera hablaba por celular', 'behaviour', [], ['apatia']],
  ['el cajero hablaba por celular', 'behaviour', [], ['apatia']],
];
const NARRATIVES: Narratives = {
  failures: TOLD.map(([text, topic, efforts, touches]) => ({
    text,
    level: 'low',
    rule: 'cercania',
    topic,
    efforts,
    touches,
    marks: [],
  })),
  none: ['gracias por atender a mi mamá'],
};
const models = {
  topic: modelOf(topicExamples(NARRATIVES), IMPACT_FIT),
  efforts: modelOf(effortExamples(NARRATIVES), IMPACT_FIT),
  touches: modelOf(touchExamples(NARRATIVES), IMPACT_FIT),
};
const rules = rulesWith({ cercania: ['frio'] }, { efforts: { emotional: ['llor*'] } });
const propose = createProposals(models, rules);
/** The proposals when the models give these probabilities for any text. */
const proposedOf = (
  said: Partial<Record<keyof ProposalModels, Record<string, number>>>,
  text = 'salí llorando',
) =>
  createProposals(
    {
      topic: modelSaying(said.topic ?? { behaviour: 1 }),
      efforts: modelSaying(said.efforts ?? { '': 1 }),
      touches: modelSaying(said.touches ?? { apatia: 1 }),
    },
    rules,
  )(text);

describe('the proposals from a narrative', () => {
  it('follow the training examples', () => {
    for (const [text, topic, efforts, touches] of TOLD) {
      const proposed = propose(text);
      assert.equal(proposed.topic, topic, text);
      assert.deepEqual(proposed.efforts, efforts, text);
      assert.ok(touches.includes(proposed.touches[0] ?? ''), text);
    }
  });

  it('generalise to unseen text', () => {
    const proposed = propose('nadie explicó la autorización y volví cuatro veces');
    assert.deepEqual([proposed.topic, proposed.efforts], ['information', ['cognitive', 'time']]);
    assert.equal(proposed.touches[0], 'mala-atencion');
  });

  it('exist even for a text without words', () => {
    for (const text of ['', '😡', 'xyzw']) {
      assert.ok(['information', 'behaviour'].includes(propose(text).topic));
      assert.ok(propose(text).touches.length <= 3);
    }
  });

  it('have the more probable topic', () => {
    assert.equal(proposedOf({ topic: { behaviour: 0.45, information: 0.55 } }).topic, 'information');
    assert.equal(proposedOf({ topic: { behaviour: 0.55, information: 0.45 } }).topic, 'behaviour');
  });

  it('have each effort whose combinations together are probable enough', () => {
    const { efforts } = proposedOf({
      efforts: { 'emotional+time': 0.5, 'cognitive+time': 0.24, emotional: 0.24, '': 0.02 },
    });
    assert.deepEqual(efforts, ['emotional', 'time'], 'no combination by itself is');
    assert.deepEqual(proposedOf({ efforts: { emotional: 0.6, time: 0.4 } }).efforts, []);
    assert.deepEqual(proposedOf({ efforts: { '': 0.9, emotional: 0.1 } }).efforts, []);
  });

  it('have an effort that needs words only where they stand', () => {
    const efforts = { 'emotional+time': 0.95, '': 0.05 };
    assert.deepEqual(proposedOf({ efforts }, 'salí llorando').efforts, ['emotional', 'time']);
    assert.deepEqual(proposedOf({ efforts }, 'nadie salió llorando').efforts, ['time']);
    assert.deepEqual(proposedOf({ efforts }, 'esperé dos horas').efforts, ['time']);
  });

  it('have at most three sections, the most probable first, and no improbable ones', () => {
    assert.deepEqual(proposedOf({ touches: { a: 0.24, b: 0.26, c: 0.25, d: 0.25 } }).touches.slice(0, 1), [
      'b',
    ]);
    assert.equal(proposedOf({ touches: { a: 0.24, b: 0.26, c: 0.25, d: 0.25 } }).touches.length, 3);
    assert.deepEqual(proposedOf({ touches: { a: 0.1, b: 0.4, c: 0.5 } }).touches, ['c', 'b']);
    const many = Object.fromEntries([...'abcdefghij'].map((name) => [name, 0.1]));
    assert.deepEqual(proposedOf({ touches: many }).touches, []);
  });
});

describe('the label of efforts', () => {
  it('does not depend on their order', () => {
    assert.equal(effortsLabel(['time', 'emotional', 'cognitive']), 'emotional+cognitive+time');
    assert.equal(effortsLabel(['emotional', 'time', 'time']), 'emotional+time');
    assert.equal(effortsLabel(['cognitive']), 'cognitive');
    assert.equal(effortsLabel([]), '');
  });
});
