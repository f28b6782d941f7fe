import assert from 'node:assert/strict';
import { createAssess } from '../../../../src/platform/impact/assess.js';
import type { Care, Level } from '../../../../src/platform/impact/assessment.js';
import { caresLabel, createCaresIn } from '../../../../src/platform/impact/cares.js';
import { readConcepts } from '../../../../src/platform/impact/concepts.js';
import { ImpactModel } from '../../../../src/platform/impact/impact-model.js';
import { loadAssess } from '../../../../src/platform/impact/load.js';
import { modelSaying } from '../../../support/models.js';
import { CLEARLY } from '../../../support/opinions.js';
import { rulesWith } from '../../../support/rules.js';

const saying = (probabilities: Record<string, number>, told = 'la niña', level: Level = 'high') =>
  createCaresIn({
    ranked: () => Object.entries(probabilities).map(([name, probability]) => ({ name, probability })),
  })(told, level);

describe('who needs protection in a story', () => {
  it('is told by all classes that have the care', () => {
    const both = 'sexual-violence+child-at-risk';
    assert.deepEqual(saying({ '': 0.7, 'sexual-violence': 0.15, [both]: 0.15 }), ['sexual-violence']);
    assert.deepEqual(saying({ '': 0.95, [both]: 0.05 }), []);
    assert.deepEqual(saying({ [both]: 0.9, '': 0.1 }), ['sexual-violence', 'child-at-risk']);
  });

  it('takes twice as much where the story reads as ordinary', () => {
    const little = { '': 0.75, 'sexual-violence': 0.25 };
    assert.deepEqual(saying(little), ['sexual-violence']);
    assert.deepEqual(saying(little, 'la niña', 'low'), []);
    assert.deepEqual(saying({ '': 0.6, 'sexual-violence': 0.4 }, 'la niña', 'low'), ['sexual-violence']);
  });

  it('is no child where nobody in it is one', () => {
    const sure = { 'child-at-risk': 0.9, '': 0.1 };
    assert.deepEqual(saying(sure, 'lo metió al agua a la fuerza'), []);
    assert.deepEqual(saying(sure, 'metió al agua a la niña a la fuerza'), ['child-at-risk']);
  });

  it('has a class of its own for nobody, and none for what other models know', () => {
    assert.equal(caresLabel([]), '');
    assert.equal(caresLabel(['self-harm', 'child-at-risk']), 'child-at-risk');
  });

  it('counts only where the level is high, or in question', () => {
    const caresOf = (probabilities: (typeof CLEARLY)['high']) => {
      const found: Care[] = ['child-at-risk'];
      const { low, medium, high, none } = probabilities;
      const says = modelSaying({ cercania: low, soez: medium, salud: high, none });
      const model = new ImpactModel(says, says, readConcepts());
      return createAssess(rulesWith({}), model, () => found)('algo pasó ayer').cares;
    };
    assert.deepEqual(caresOf(CLEARLY.high), ['child-at-risk']);
    assert.deepEqual(caresOf(CLEARLY.low), []);
  });

  it('is heard without a word that the rules know', () => {
    const assess = loadAssess();
    const told =
      'El coordinador le dijo a mi compañera que el contrato se lo renovaba si pasaba la noche con él';
    assert.deepEqual(assess(told).cares, ['sexual-violence']);
    assert.deepEqual(assess('La fila estaba larga y nadie nos dijo cuánto faltaba').cares, []);
  });
});
