import assert from 'node:assert/strict';
import {
  type Assessment,
  CLAUSES,
  type DiscountedSignal,
  higher,
  LEVELS,
  type Level,
  levelsFrom,
  type ReviewReason,
  type Signal,
} from '../../../../../src/features/cases/domain/assessment.js';
import { createAssess, decideLevel, raise } from '../../../../../src/features/cases/impact/assess.js';
import { IMPACT_FIT, impactExamples } from '../../../../../src/features/cases/impact/examples.js';
import { ImpactModel, type Probabilities } from '../../../../../src/features/cases/impact/impact-model.js';
import type { Narrative } from '../../../../../src/features/cases/impact/narratives.js';
import { train } from '../../../../../src/platform/learning/fit.js';
import { modelKnowing, modelSaying } from '../../../../support/models.js';
import { rulesWith } from '../../../../support/rules.js';

const signal = (level: Level): Signal => ({ text: '', start: 0, end: 0, level, rule: 'soez' });
const denied = (level: Level): DiscountedSignal => ({ ...signal(level), why: 'negated' });
/** Levels that are not given are very improbable. */
const mostly = (more: Partial<Probabilities>): Probabilities => ({
  low: 0.03,
  medium: 0.03,
  high: 0.03,
  none: 0.03,
  ...more,
});
const CLEARLY = {
  low: mostly({ low: 0.91 }),
  medium: mostly({ medium: 0.91 }),
  high: mostly({ high: 0.91 }),
  none: mostly({ none: 0.91 }),
};

interface Row {
  rules?: Level[];
  discounted?: Level[];
  discrimination?: boolean;
  model: Probabilities;
  level: Level;
  reviews?: ReviewReason[];
  /** Defaults to the level. */
  candidate?: Level;
}

const TABLE: Record<string, Row> = {
  'only the model says low': { model: CLEARLY.low, level: 'low' },
  'only the model says medium': { model: CLEARLY.medium, level: 'medium' },
  'only the model says high': { model: CLEARLY.high, level: 'high' },
  'high is only a little less probable than low': {
    model: mostly({ low: 0.5, high: 0.45 }),
    level: 'high',
  },
  'neither rules nor model find a failure': { model: CLEARLY.none, level: 'low', reviews: ['unclear'] },
  'both say low': { rules: ['low'], model: CLEARLY.low, level: 'low' },
  'both say medium': { rules: ['low', 'medium'], model: CLEARLY.medium, level: 'medium' },
  'both say high': { rules: ['medium', 'high', 'low'], model: CLEARLY.high, level: 'high' },
  'only the rules say low': { rules: ['low'], model: CLEARLY.none, level: 'low' },
  'only the rules say medium': {
    rules: ['medium'],
    model: CLEARLY.none,
    level: 'medium',
    reviews: ['disagreement'],
  },
  'the model is above the rules': { rules: ['low'], model: CLEARLY.high, level: 'high' },
  'the rules are above the model': {
    rules: ['medium'],
    model: CLEARLY.low,
    level: 'medium',
    reviews: ['disagreement'],
  },
  'the rules are far above the model': {
    rules: ['high'],
    model: CLEARLY.low,
    level: 'high',
    reviews: ['disagreement'],
  },
  'a grave word is negated': {
    discounted: ['high'],
    model: CLEARLY.low,
    level: 'low',
    reviews: ['discounted'],
    candidate: 'high',
  },
  'a grave word is negated and a lesser one counts': {
    rules: ['medium'],
    discounted: ['high', 'low'],
    model: CLEARLY.medium,
    level: 'medium',
    reviews: ['discounted'],
    candidate: 'high',
  },
  'a grave word is negated and nothing else is found': {
    discounted: ['high'],
    model: CLEARLY.none,
    level: 'low',
    reviews: ['discounted', 'unclear'],
    candidate: 'high',
  },
  'a grave word is negated and only the model says high': {
    discounted: ['high'],
    model: CLEARLY.high,
    level: 'high',
    reviews: ['discounted'],
  },
  'a grave word is negated and another one counts': {
    rules: ['high'],
    discounted: ['high'],
    model: CLEARLY.high,
    level: 'high',
  },
  'a lesser word is negated': { discounted: ['medium'], model: CLEARLY.low, level: 'low' },
  'a lesser word is negated and nothing else is found': {
    discounted: ['medium'],
    model: CLEARLY.none,
    level: 'low',
    reviews: ['unclear'],
    candidate: 'medium',
  },
  'high is in question': {
    rules: ['low'],
    model: mostly({ low: 0.71, high: 0.23 }),
    level: 'low',
    reviews: ['unclear'],
    candidate: 'high',
  },
  'medium is in question': {
    model: mostly({ low: 0.48, medium: 0.46 }),
    level: 'low',
    reviews: ['unclear'],
    candidate: 'medium',
  },
  'low is in question': { model: mostly({ low: 0.45, medium: 0.5 }), level: 'medium' },
  'there may be discrimination': {
    discrimination: true,
    model: CLEARLY.low,
    level: 'low',
    reviews: ['discrimination'],
  },
  'there may be discrimination in a high case': {
    rules: ['high'],
    discrimination: true,
    model: CLEARLY.high,
    level: 'high',
    reviews: ['discrimination'],
  },
  'all reasons for a review apply': {
    rules: ['medium'],
    discounted: ['high'],
    discrimination: true,
    model: mostly({ low: 0.71, high: 0.23 }),
    level: 'medium',
    reviews: ['disagreement', 'discounted', 'unclear', 'discrimination'],
    candidate: 'high',
  },
};

describe('combining rules and model', () => {
  for (const [when, row] of Object.entries(TABLE)) {
    const { rules = [], discounted = [], discrimination = false, model, level, reviews = [] } = row;
    it(`gives ${[level, ...reviews].join(', ')} when ${when}`, () => {
      const reading = { signals: rules.map(signal), discounted: discounted.map(denied), discrimination };
      assert.deepEqual(decideLevel(reading, model), { level, reviews, candidate: row.candidate ?? level });
    });
  }

  it('never goes below the rules, nor the candidate below the level', () => {
    for (const rule of LEVELS) {
      for (const model of Object.values(CLEARLY)) {
        const reading = { signals: [signal(rule)], discounted: [], discrimination: false };
        const { level, candidate } = decideLevel(reading, model);
        assert.equal(higher(level, rule), level);
        assert.equal(higher(candidate, level), candidate);
      }
    }
  });
});

describe('raising a level', () => {
  const before: Assessment = {
    level: 'low',
    reviews: ['unclear'],
    candidate: 'medium',
    signals: [signal('low')],
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
const examples = impactExamples(NARRATIVES);
const trained = new ImpactModel(train(examples['impact-clause'], IMPACT_FIT));
/** An impact model that gives these probabilities for any text, by one clause per level. */
const impactSaying = ({ low, medium, high, none }: Probabilities) =>
  new ImpactModel(modelSaying({ cercania: low, soez: medium, salud: high, none }));

describe('the impact model', () => {
  it('gives probabilities that add up to one for any text', () => {
    for (const text of [
      '',
      '😡',
      'xyzw',
      ...NARRATIVES.none,
      ...NARRATIVES.failures.map((one) => one.text),
    ]) {
      const { low, medium, high, none } = trained.read(text).probabilities;
      for (const value of [low, medium, high, none]) assert.ok(value >= 0 && value <= 1, text);
      assert.ok(Math.abs(low + medium + high + none - 1) < 1e-5, text);
    }
  });

  it('adds up clauses by level and counts clauses that it does not know as zero', () => {
    const saying = modelSaying({ soez: 0.3, amenaza: 0.15, salud: 0.05, agresion_verbal: 0.2, none: 0.3 });
    const wanted = { low: 0, medium: 0.5, high: 0.2, none: 0.3 };
    const { probabilities } = new ImpactModel(saying).read('lo que sea');
    assert.deepEqual(Object.keys(probabilities).sort(), Object.keys(wanted).sort());
    for (const key of [...LEVELS, 'none'] as const) {
      assert.ok(Math.abs(probabilities[key] - wanted[key]) < 1e-6, `${key} ${probabilities[key]}`);
    }
  });

  it('counts each clause of the policy under one level', () => {
    for (const level of LEVELS) {
      for (const clause of CLAUSES[level]) {
        const { probabilities, clauses } = new ImpactModel(modelSaying({ [clause]: 1 })).read('lo que sea');
        assert.deepEqual(probabilities, { low: 0, medium: 0, high: 0, none: 0, [level]: 1 }, clause);
        assert.equal(clauses[level], clause);
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
    assert.deepEqual(new ImpactModel(saying).read('lo que sea').clauses, {
      low: 'cercania',
      medium: 'agresion_verbal',
      high: 'salud',
    });
  });

  it('recognises the level and clause of its training examples', () => {
    for (const { text, level, rule } of NARRATIVES.failures) {
      const { probabilities, clauses } = trained.read(text);
      assert.equal(Math.max(...Object.values(probabilities)), probabilities[level], text);
      assert.equal(clauses[level], rule, text);
    }
    for (const text of NARRATIVES.none) {
      const { probabilities } = trained.read(text);
      assert.equal(Math.max(...Object.values(probabilities)), probabilities.none, text);
    }
  });
});

describe('the signals of the impact model', () => {
  const model = new ImpactModel(
    modelKnowing(['cercania', 'salud', 'amenaza', 'none'], {
      pan: [0, 2, 0, 0],
      sal: [0, 1, 0, 0],
      sol: [0, -0.1, 0, 0],
      ajo: [0, -3, 0, 0],
      mar: [0, 0, 2, 0],
    }),
  );
  const found = (text: string) => model.signals(text, 'high', 'salud').map((one) => one.text);

  it('have their place, level and clause', () => {
    assert.deepEqual(model.signals('😡 ¡Pan!', 'high', 'salud'), [
      { text: 'Pan', start: 4, end: 7, level: 'high', rule: 'salud' },
    ]);
    assert.equal(model.signals('pan', 'low', 'cercania').length, 0);
  });

  it('are words for this clause, not for another clause of the level', () => {
    const text = 'pan que no se come con mar';
    assert.deepEqual(found(text), ['pan']);
    assert.deepEqual(model.signals(text, 'high', 'amenaza'), [
      { text: 'mar', start: 23, end: 26, level: 'high', rule: 'amenaza' },
    ]);
  });

  it('are joined within five words and split beyond', () => {
    assert.deepEqual(found('sol pan sol sol sol sal sol'), ['pan sol sol sol sal']);
    assert.deepEqual(found('sol pan sol sol sol sol sal sol'), ['pan', 'sal']);
  });

  it('are the two strongest, in text order', () => {
    const apart = ' sol sol sol sol sol ';
    assert.deepEqual(found(['sal', 'pan', 'pan'].join(apart)), ['pan', 'pan']);
    assert.deepEqual(found(['sal', 'pan'].join(apart)), ['sal', 'pan']);
  });

  it('do not extend over words that speak against the clause', () => {
    assert.deepEqual(found('pan ajo pan'), ['pan', 'pan']);
    assert.deepEqual(found('ajo ajo'), []);
  });

  it('are empty when no word speaks for the clause', () => {
    for (const text of ['', '😡', 'nada de eso']) assert.deepEqual(found(text), []);
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

  it('shows only the words of the rules when they indicate the level', () => {
    const { level, signals } = assess('El celador mostró un filo brillante y me amenazó de mala gana');
    assert.equal(level, 'high');
    assert.deepEqual(
      signals.map(({ text }) => text),
      ['amenazó', 'mala gana'],
    );
  });

  it('shows the words of the model when the rules find nothing', () => {
    const text = '😡 Ayer el vigilante mostró un filo brillante en la ventanilla';
    const { level, signals } = assess(text);
    assert.equal(level, 'high');
    assert.ok(signals.length >= 1 && signals.length <= 2);
    assert.ok(signals.some((one) => one.text.includes('filo brillante')));
    for (const one of signals) {
      assert.equal(text.slice(one.start, one.end), one.text);
      assert.deepEqual([one.level, one.rule], ['high', 'seguridad']);
    }
  });

  it('shows both, in text order, when the rules indicate a lower level', () => {
    const { level, signals } = assess('El vigilante mostró un filo brillante en la fila, de mala gana');
    assert.equal(level, 'high');
    assert.deepEqual([signals.at(-1)?.text, signals.at(-1)?.level], ['mala gana', 'low']);
    assert.equal(signals[0]?.level, 'high');
    const starts = signals.map(({ start }) => start);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
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
      signals: [],
      discounted: [],
      cares: [],
    });
  });
});
