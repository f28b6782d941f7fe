import assert from 'node:assert/strict';
import {
  careExamples,
  clauseExamples,
  effortExamples,
  topicExamples,
  touchExamples,
} from '../../../../ml/examples/impact.js';
import type { Narrative, Narratives } from '../../../../ml/examples/narratives.js';

const NARRATIVES: Narratives = {
  failures: [
    {
      text: 'se burló de mi mamá y lloró toda la tarde',
      level: 'low',
      rule: 'cercania',
      topic: 'behaviour',
      efforts: ['emotional', 'time'],
      touches: ['apatia', 'superioridad'],
      marks: [],
    },
  ],
  none: ['gracias por atender a mi mamá'],
};

describe('the training examples of the impact models', () => {
  it('have one example for each touched section', () => {
    assert.deepEqual(
      touchExamples(NARRATIVES).map(({ label }) => label),
      ['apatia', 'superioridad'],
    );
  });

  it('have one for all efforts, and one for the topic', () => {
    assert.deepEqual(
      [effortExamples(NARRATIVES), topicExamples(NARRATIVES)].map((some) => some.map(({ label }) => label)),
      [['emotional+time'], ['behaviour']],
    );
  });

  it('have texts without a failure for the clause, which count more than a narrative', () => {
    const [told, none] = clauseExamples(NARRATIVES);
    assert.deepEqual([told?.label, told?.weight], ['cercania', undefined]);
    assert.deepEqual([none?.label, none?.weight], ['none', 1.5]);
  });

  it('have who needs protection, of grave narratives alone', () => {
    const grave = { ...NARRATIVES.failures[0], level: 'high', marks: ['child', 'medical'] } as Narrative;
    const calm = { ...grave, level: 'low' } as Narrative;
    const labels = careExamples({ failures: [grave, calm], none: ['hola'] }, ['no tendieron la cama']).map(
      ({ label }) => label,
    );
    assert.deepEqual(labels, ['child-at-risk', '', '', '']);
  });

  it('have the text for the clause with its marks behind it', () => {
    const [told] = clauseExamples(NARRATIVES);
    assert.match(told?.text ?? '', /^se burló de mi mamá y lloró toda la tarde( z[a-z0-9]+)+$/);
  });
});
