import assert from 'node:assert/strict';
import {
  clauseExamples,
  effortExamples,
  topicExamples,
  touchExamples,
} from '../../../../ml/examples/impact.js';
import type { Narratives } from '../../../../ml/examples/narratives.js';

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

  it('have the text for the clause with its marks behind it', () => {
    const [told] = clauseExamples(NARRATIVES);
    assert.match(told?.text ?? '', /^se burló de mi mamá y lloró toda la tarde( z[a-z0-9]+)+$/);
  });
});
