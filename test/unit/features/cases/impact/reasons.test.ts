import assert from 'node:assert/strict';
import { readConcepts } from '../../../../../src/features/cases/impact/concepts.js';
import { ImpactModel } from '../../../../../src/features/cases/impact/impact-model.js';
import { createReasons } from '../../../../../src/features/cases/impact/reasons.js';
import { modelKnowing } from '../../../../support/models.js';
import { rulesWith } from '../../../../support/rules.js';

const rules = rulesWith({
  agresion_verbal: ['grit*'],
  soez: ['mierd*'],
  amenaza: ['amenaz*'],
  salud: ['sangr*'],
});
/** Knows one word of each of two clauses; everything else says nothing. */
const model = new ImpactModel(
  modelKnowing(['cercania', 'salud', 'amenaza', 'none'], { pus: [0, 9, 0, 0], mar: [0, 0, 9, 0] }),
  readConcepts(),
);
const reasonsFor = createReasons(rules, model);
function reasons(narrative: string, level: 'low' | 'medium' | 'high' = 'high') {
  const reading = rules.read(narrative);
  return reasonsFor(narrative, reading, model.read(narrative, reading), level).map(({ text, rule }) => [
    text,
    rule,
  ]);
}

describe('the reasons for a level', () => {
  it('are the whole clauses around words of the rules', () => {
    assert.deepEqual(reasons('Esperé una hora. Luego me amenazó con el puesto. Me fui.'), [
      ['Luego me amenazó con el puesto.', 'amenaza'],
    ]);
  });

  it('leave out words of another level', () => {
    assert.deepEqual(reasons('Me gritó. Me amenazó.'), [['Me amenazó.', 'amenaza']]);
    assert.deepEqual(reasons('Me gritó. Me amenazó.', 'medium'), [['Me gritó.', 'agresion_verbal']]);
  });

  it('have each clause once, and are at most two', () => {
    assert.deepEqual(reasons('Me amenazó y salí sangrando.'), [['Me amenazó y salí sangrando.', 'amenaza']]);
    assert.deepEqual(reasons('Me gritó esa mierda.', 'medium'), [['Me gritó esa mierda.', 'soez']]);
    assert.equal(reasons('Me amenazó. Salí sangrando. Me amenazó otra vez.').length, 2);
  });

  it('are none where the clause is too long to be read at a glance', () => {
    assert.deepEqual(reasons(`${'palabra '.repeat(30)}me amenazó`), []);
  });

  it('are the clause of which the model is surest, if the rules find nothing', () => {
    const text = 'Llegué temprano a la cita. La herida tenía mucho pus ayer. Me fui a la casa.';
    assert.deepEqual(reasons(text), [['La herida tenía mucho pus ayer.', 'salud']]);
  });

  it('are none for low unless the rules find words for it', () => {
    const ofLow = new ImpactModel(modelKnowing(['cercania', 'none'], { sol: [9, 0] }), readConcepts());
    const text = 'La tarde tenía mucho sol para todos.';
    const reading = rules.read(text);
    const opinion = ofLow.read(text, reading);
    assert.ok(opinion.clauses.low.probability > 0.7);
    assert.deepEqual(createReasons(rules, ofLow)(text, reading, opinion, 'low'), []);
  });

  it('are none where the model is not sure of any clause', () => {
    assert.deepEqual(reasons('Llegué temprano a la cita y esperé toda la tarde.'), []);
    assert.deepEqual(reasons('Tenía pus.'), [], 'too short');
    assert.deepEqual(
      reasons('La herida tenía mucho pus. El lunes fuimos todos a ver el mar. Vimos mar, mar.'),
      [['El lunes fuimos todos a ver el mar.', 'amenaza']],
    );
  });
});
