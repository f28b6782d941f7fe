import assert from 'node:assert/strict';
import { createAssess } from '../../src/cases/impact/rules.js';

const RULES = `
- rule: threat
  level: high
  patterns: [amenaz*, voy a matar, cuchillo]
- rule: shouting
  level: medium
  patterns: [grit*, alz* la voz, mato]
- rule: coldness
  level: low
  patterns: [frio, no me miro, a la]
`;
const assess = createAssess(RULES);
const found = (narrative: string) => assess(narrative).signals.map(({ text }) => text);

describe('the words that speak for a level', () => {
  it('should be found with their place in the text as it was written', () => {
    const narrative = '😡 ¡Me AMENAZÓ, y además gritó!';
    const { level, review, signals } = assess(narrative);
    assert.deepEqual([level, review], ['high', false]);
    assert.deepEqual(signals, [
      { text: 'AMENAZÓ', start: 7, end: 14, level: 'high', rule: 'threat' },
      { text: 'gritó', start: 25, end: 30, level: 'medium', rule: 'shouting' },
    ]);
    for (const { text, start, end } of signals) assert.equal(narrative.slice(start, end), text);
  });

  it('should be found behind punctuation that ends what was denied', () => {
    assert.equal(assess('No. Me amenazó en la puerta').level, 'high');
    assert.equal(assess('No sé, me amenazó en la puerta').level, 'high');
    assert.equal(assess('No me amenazó').level, 'low');
  });

  it('should be found whichever way an accent is encoded', () => {
    const narrative = 'Me gritó'.normalize('NFD');
    const [signal] = assess(narrative).signals;
    assert.equal(signal?.text.normalize('NFC'), 'gritó');
    assert.equal(narrative.slice(signal?.start, signal?.end), signal?.text);
  });

  it('should leave the level to a person where nothing is found', () => {
    assert.deepEqual(assess('Esperé dos horas'), { level: 'low', review: true, signals: [] });
    assert.deepEqual(assess(''), { level: 'low', review: true, signals: [] });
  });

  it('should need no review for a low one that is found', () => {
    const { level, review } = assess('El trato fue frío');
    assert.deepEqual([level, review], ['low', false]);
  });

  it('should give the gravest level of all', () => {
    assert.equal(assess('Fue frío y me gritó').level, 'medium');
    assert.equal(assess('Sacó un cuchillo, me gritó y fue frío').level, 'high');
  });

  it('should take a star as any ending, and none without it', () => {
    assert.deepEqual(found('amenaz amenaza amenazaron'), ['amenaz', 'amenaza', 'amenazaron']);
    assert.deepEqual(found('cuchillos cuchillo'), ['cuchillo']);
    assert.deepEqual(found('desgritado, gripe'), []);
    assert.deepEqual(found('me alzaron la voz y gritó, gritó'), ['alzaron la voz', 'gritó', 'gritó']);
  });

  it('should take a row of words only whole and in its order, whatever stands between them', () => {
    assert.deepEqual(found('«te voy a... ¡MATAR!»'), ['voy a... ¡MATAR']);
    assert.deepEqual(found('voy pronto a matar'), []);
  });
});

describe('negation', () => {
  for (const word of ['no', 'sin', 'nunca', 'jamás', 'ni', 'tampoco', 'nadie', 'not', 'never', 'without']) {
    it(`should take out what follows on "${word}"`, () => {
      assert.deepEqual(found(`Él ${word} gritó`), []);
      assert.deepEqual(found(`Él ${word.toUpperCase()} gritó`), []);
    });
  }

  it('should reach three words and no further', () => {
    assert.deepEqual(found('no me lo gritó'), []);
    assert.deepEqual(found('no que yo sepa gritó'), ['gritó']);
  });

  it('should not reach back, nor out of a longer word', () => {
    assert.deepEqual(found('gritó, no habló'), ['gritó']);
    assert.deepEqual(found('noche: gritó'), ['gritó']);
  });

  it('should leave a pattern that itself begins with it', () => {
    assert.deepEqual(found('no me miró'), ['no me miró']);
    assert.deepEqual(found('nunca habló, no me miró'), ['no me miró']);
    assert.deepEqual(found('me miró'), []);
  });

  it('should leave the level low when all is taken out, for a person to confirm', () => {
    assert.deepEqual(assess('no me amenazó'), { level: 'low', review: true, signals: [] });
  });
});

describe('signals that overlap', () => {
  const rulesOf = (...rows: [rule: string, level: string, pattern: string][]) =>
    createAssess(
      rows
        .map(([rule, level, text]) => `- {rule: ${rule}, level: ${level}, patterns: ["${text}"]}`)
        .join('\n'),
    );
  const kept = (narrative: string, ...rows: [string, string, string][]) =>
    rulesOf(...rows)(narrative).signals.map(({ rule }) => rule);

  it('should keep the gravest, though it is shorter, in whatever order the rules stand', () => {
    const rows: [string, string, string][] = [
      ['long', 'low', 'uno dos tres'],
      ['grave', 'high', 'dos'],
    ];
    for (const order of [rows, [...rows].reverse()])
      assert.deepEqual(kept('uno dos tres', ...order), ['grave']);
  });

  it('should keep the longest of the same level', () => {
    for (const long of ['uno dos', 'dos tres']) {
      assert.deepEqual(kept('uno dos tres', ['short', 'low', 'dos'], ['long', 'low', long]), ['long']);
    }
  });

  it('should keep both that only stand side by side', () => {
    assert.deepEqual(kept('uno dos tres', ['second', 'high', 'dos'], ['first', 'low', 'uno']), [
      'first',
      'second',
    ]);
  });

  it('should keep a lesser one that overlaps only with one that was left out', () => {
    const rows: [string, string, string][] = [
      ['low', 'low', 'uno dos'],
      ['medium', 'medium', 'dos tres'],
      ['high', 'high', 'tres cuatro'],
    ];
    assert.deepEqual(kept('uno dos tres cuatro', ...rows), ['low', 'high']);
  });
});

describe('a file of rules', () => {
  it('should be that of the policy by default, which knows all three levels', () => {
    const levelOf = createAssess();
    assert.equal(levelOf('Un usuario me amenazó con un cuchillo').level, 'high');
    assert.equal(levelOf('Me insultó delante de todos').level, 'medium');
    assert.equal(levelOf('Me atendió de mala gana').review, false);
  });

  it('should be refused when it says what is not a level, or holds no patterns', () => {
    assert.throws(() => createAssess('- {rule: r, level: grave, patterns: [uno]}'));
    assert.throws(() => createAssess('- {rule: r, level: high, patterns: []}'));
    assert.throws(() => createAssess('- {rule: r, level: high, patterns: ["*"]}'));
  });
});
