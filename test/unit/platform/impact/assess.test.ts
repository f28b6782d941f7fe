import assert from 'node:assert/strict';
import { clauseExamples, IMPACT_FIT, IMPACT_HIDDEN_FIT } from '../../../../ml/examples/impact.js';
import type { Narrative } from '../../../../ml/examples/narratives.js';
import { hiddenModelOf, modelOf } from '../../../../ml/learn/model-of.js';
import { createAssess, question, raise } from '../../../../src/platform/impact/assess.js';
import {
  type Assessment,
  CLAUSES,
  higher,
  LEVELS,
  type Level,
  levelsFrom,
} from '../../../../src/platform/impact/assessment.js';
import { readConcepts } from '../../../../src/platform/impact/concepts.js';
import { ImpactModel, type Probabilities } from '../../../../src/platform/impact/impact-model.js';
import { readRules } from '../../../../src/platform/impact/rules.js';
import type { LinearModel } from '../../../../src/platform/learning/linear-model.js';
import { modelSaying } from '../../../support/models.js';
import { CLEARLY, signalOf } from '../../../support/opinions.js';
import { rulesWith } from '../../../support/rules.js';

describe('raising a level', () => {
  const before: Assessment = {
    level: 'low',
    reviews: ['unclear'],
    candidate: 'medium',
    urgent: false,
    signals: [signalOf('low')],
    discounted: [],
    cares: [],
  };

  it('requires a person to confirm the level', () => {
    assert.deepEqual(raise(before, 'high'), {
      ...before,
      level: 'high',
      reviews: ['unclear', 'disagreement'],
      candidate: 'high',
    });
  });

  it('keeps a graver candidate and names each reason once', () => {
    const grave: Assessment = { ...before, reviews: ['disagreement'], candidate: 'high' };
    assert.deepEqual(raise(grave, 'medium'), { ...grave, level: 'medium' });
  });

  it('changes nothing when the new level is not higher', () => {
    for (const level of LEVELS) assert.equal(raise({ ...before, level: 'high' }, level).level, 'high');
    assert.deepEqual(raise(before, 'low'), before);
  });

  it('marks a level for confirmation without changing it', () => {
    assert.deepEqual(question({ ...before, level: 'high', candidate: 'high', reviews: [] }), {
      ...before,
      level: 'high',
      candidate: 'high',
      reviews: ['disagreement'],
    });
    assert.deepEqual(question({ ...before, reviews: ['disagreement'] }).reviews, ['disagreement']);
  });

  it('does not modify the original assessment', () => {
    raise(before, 'high');
    assert.deepEqual([before.level, before.reviews], ['low', ['unclear']]);
  });
});

describe('the levels', () => {
  it('can be raised, but not lowered', () => {
    assert.deepEqual(LEVELS.map(levelsFrom), [['low', 'medium', 'high'], ['medium', 'high'], ['high']]);
  });

  it('are compared to find the higher one', () => {
    assert.deepEqual(
      [higher('low', 'high'), higher('medium', 'low'), higher('high', 'high')],
      ['high', 'medium', 'high'],
    );
  });
});

const narrative = (text: string, level: Level, rule: Narrative['rule']): Narrative => ({
  text,
  level,
  rule,
  topic: 'behaviour',
  efforts: [],
  touches: [],
  marks: [],
});
const NARRATIVES = {
  failures: [
    narrative('la cajera ni volteó a verme', 'low', 'cercania'),
    narrative('la asesora ni levantó la cabeza', 'low', 'cercania'),
    narrative('faltaba un papel y ninguno lo dijo', 'low', 'informacion'),
    narrative('faltaba una firma y ninguno lo dijo', 'low', 'informacion'),
    narrative('el coordinador vociferó delante de todos', 'medium', 'agresion_verbal'),
    narrative('la jefa vociferó en la reunión', 'medium', 'agresion_verbal'),
    narrative('el celador escondía un filo brillante bajo la ruana', 'high', 'seguridad'),
    narrative('un hombre mostró un filo brillante en la fila', 'high', 'seguridad'),
  ],
  none: ['gracias por atender a mi mamá', 'la droguería abre los domingos'],
};
const concepts = readConcepts();
const all = readRules();
const examples = clauseExamples(NARRATIVES);
const trained = new ImpactModel(
  // Of so few narratives, most words are in one alone.
  modelOf(examples, { ...IMPACT_FIT, least: 1 }),
  hiddenModelOf(examples, { ...IMPACT_HIDDEN_FIT, least: 1 }),
  concepts,
);
/** Both models say the same. */
const impactOf = (model: LinearModel) => new ImpactModel(model, model, concepts);
const read = (text: string, model = trained) => model.read(text, all.read(text));
/** An impact model that gives these probabilities for any text, by one clause per level. */
const impactSaying = ({ low, medium, high, none }: Probabilities) =>
  impactOf(modelSaying({ cercania: low, soez: medium, salud: high, none }));

describe('the impact model', () => {
  it('gives probabilities that add up to one for any text', () => {
    for (const text of [
      '',
      '😡',
      'xyzw',
      ...NARRATIVES.none,
      ...NARRATIVES.failures.map((one) => one.text),
    ]) {
      const { low, medium, high, none } = read(text).probabilities;
      for (const value of [low, medium, high, none]) assert.ok(value >= 0 && value <= 1, text);
      assert.ok(Math.abs(low + medium + high + none - 1) < 1e-5, text);
    }
  });

  it('adds up clauses by level and counts clauses that it does not know as zero', () => {
    const saying = modelSaying({ soez: 0.3, amenaza: 0.15, salud: 0.05, agresion_verbal: 0.2, none: 0.3 });
    const wanted = { low: 0, medium: 0.5, high: 0.2, none: 0.3 };
    const { probabilities } = read('lo que sea', impactOf(saying));
    assert.deepEqual(Object.keys(probabilities).sort(), Object.keys(wanted).sort());
    for (const key of [...LEVELS, 'none'] as const) {
      assert.ok(Math.abs(probabilities[key] - wanted[key]) < 1e-6, `${key} ${probabilities[key]}`);
    }
  });

  it('asks both models, and only the linear one about ordinary words', () => {
    const both = new ImpactModel(
      modelSaying({ salud: 0.2, none: 0.8 }),
      modelSaying({ salud: 0.6, none: 0.4 }),
      concepts,
    );
    const highOf = (text: string) => read(text, both).probabilities.high.toFixed(3);
    assert.deepEqual([highOf('sacó un cuchillo'), highOf('la silla verde')], ['0.400', '0.200']);
  });

  it('counts each clause of the policy under one level', () => {
    for (const level of LEVELS) {
      for (const clause of CLAUSES[level]) {
        const { probabilities, clauses } = read('lo que sea', impactOf(modelSaying({ [clause]: 1 })));
        assert.deepEqual(probabilities, { low: 0, medium: 0, high: 0, none: 0, [level]: 1 }, clause);
        assert.equal(clauses[level].rule, clause);
      }
    }
  });

  it('names the most probable clause of each level', () => {
    const saying = modelSaying({
      informacion: 0.02,
      cercania: 0.03,
      agresion_verbal: 0.3,
      soez: 0.2,
      amenaza: 0.1,
      salud: 0.25,
      integridad: 0.1,
    });
    const { clauses } = read('lo que sea', impactOf(saying));
    assert.deepEqual(
      LEVELS.map((level) => clauses[level].rule),
      ['cercania', 'agresion_verbal', 'salud'],
    );
    assert.ok(Math.abs(clauses.high.probability - 0.25) < 1e-6);
  });

  it('recognises the level and clause of its training examples', () => {
    for (const { text, level, rule } of NARRATIVES.failures) {
      const { probabilities, clauses } = read(text);
      assert.equal(Math.max(...Object.values(probabilities)), probabilities[level], text);
      assert.equal(clauses[level].rule, rule, text);
    }
    for (const text of NARRATIVES.none) {
      const { probabilities } = read(text);
      assert.equal(Math.max(...Object.values(probabilities)), probabilities.none, text);
    }
  });
});

describe('the assessment of a narrative', () => {
  const rules = rulesWith(
    { cercania: ['mala gana'], agresion_verbal: ['grit*'], amenaza: ['amenaz*'] },
    {
      discrimination: ['por ser negr*'],
      care: { 'self-harm': ['suicid*'], 'sexual-violence': ['nalga*'], 'child-at-risk': ['nin*'] },
    },
  );
  const assess = createAssess(rules, trained);
  const ofHigh = createAssess(rules, impactSaying(CLEARLY.high));
  const ofLow = createAssess(rules, impactSaying(CLEARLY.low));

  it('gives a whole clause as its reason', () => {
    const { level, signals } = assess(
      'Gracias por el turno, y por el tinto de la entrada, que estaba muy bueno en esa mañana de tanto frío y tanta lluvia. El celador mostró un filo brillante bajo la ruana en la fila.',
    );
    assert.equal(level, 'high');
    assert.deepEqual(
      signals.map(({ text, rule }) => [text, rule]),
      [['El celador mostró un filo brillante bajo la ruana en la fila.', 'seguridad']],
    );
  });

  it('does not take words of the rules at their word when the model sees something else in them', () => {
    const { level, urgent, reviews, candidate } = ofLow('Amenaza lluvia y nos dejaron sin carpa');
    assert.deepEqual([level, urgent, reviews, candidate], ['low', false, ['disagreement'], 'high']);
  });

  it('lists negated words separately', () => {
    const { signals, discounted, reviews, candidate } = ofLow('No me amenazó');
    assert.deepEqual([signals, reviews, candidate], [[], ['discounted'], 'high']);
    assert.deepEqual(
      discounted.map(({ text, why }) => [text, why]),
      [['amenazó', 'negated']],
    );
  });

  it('asks for a review when there may be discrimination', () => {
    assert.deepEqual(ofLow('No me atendió por ser negra').reviews, ['discrimination']);
  });

  it('offers help when the case may be high, and always for self-harm', () => {
    const told = 'El niño mostró las nalgas y habló de suicidio';
    assert.deepEqual(ofLow(told).cares, ['self-harm']);
    assert.deepEqual(ofHigh(told).cares, ['self-harm', 'sexual-violence', 'child-at-risk']);
    assert.deepEqual(ofLow(`${told}, pero no me amenazó`).cares.length, 3, 'high is in question');
    assert.deepEqual(ofHigh('Esperé dos horas').cares, []);
  });

  it('leaves an empty narrative to a person', () => {
    const none = createAssess(rules, impactSaying(CLEARLY.none));
    assert.deepEqual(none(''), {
      level: 'low',
      reviews: ['unclear'],
      candidate: 'low',
      urgent: false,
      signals: [],
      discounted: [],
      cares: [],
    });
  });
});
