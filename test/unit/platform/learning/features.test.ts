import assert from 'node:assert/strict';
import { featuresOf, soundOf } from '../../../../src/platform/learning/features.js';

const stemsOf = (text: string) =>
  [...featuresOf(text).keys()].filter((name) => name.startsWith('w:')).map((name) => name.slice(2));
/** So many different words; digits would fall together where one is doubled. */
const LETTERS = [...'bdfklmnprst'];
const WORDS = LETTERS.flatMap((a) =>
  LETTERS.flatMap((b) => LETTERS.filter((c) => a !== b && b !== c).map((c) => a + b + c)),
);

describe('the sound of a word', () => {
  for (const [typed, meant] of [
    ['bolber', 'volver'],
    ['aser', 'hacer'],
    ['sapato', 'zapato'],
    ['servisio', 'servicio'],
    ['kejas', 'quejas'],
    ['kasa', 'casa'],
    ['jente', 'gente'],
    ['yamar', 'llamar'],
    ['alludar', 'ayudar'],
    ['ahora', 'aora'],
    ['holaaa', 'hola'],
  ] as const) {
    it(`is the same of "${typed}" and "${meant}"`, () => assert.equal(soundOf(typed), soundOf(meant)));
  }

  it('keeps apart what sounds differently', () => {
    for (const [a, b] of [
      ['casa', 'cosa'],
      ['gato', 'jato'],
      ['guerra', 'jerra'],
      ['cama', 'sama'],
      ['pala', 'paya'],
    ] as const) {
      assert.notEqual(soundOf(a), soundOf(b));
    }
  });
});

describe('the features of a text', () => {
  it('is its words, its pairs of words and the pieces of each word, by weight', () => {
    const expected = { 'w:el': 1, 'w:sol': 1, 'p:el_sol': 0.7 } as Record<string, number>;
    for (const piece of ['<el', 'el>', '<el>', '<so', 'sol', 'ol>', '<sol', 'sol>', '<sol>'])
      expected[piece] = 0.3;
    assert.deepEqual(Object.fromEntries(featuresOf('El sol')), expected);
  });

  it('weighs more what is said more often', () => {
    const features = featuresOf('sol sol sol');
    assert.equal(features.get('w:sol'), 3);
    assert.equal(features.get('p:sol_sol'), 1.4);
    assert.ok(Math.abs((features.get('<sol>') ?? 0) - 0.9) < 1e-9);
  });

  it('is of the order of words too', () => {
    assert.notDeepEqual(featuresOf('sol mar'), featuresOf('mar sol'));
  });

  it('makes no difference of capitals, accents and punctuation', () => {
    assert.deepEqual(featuresOf('¿QUÉ es la Amabilidad?'), featuresOf('que es la amabilidad'));
  });

  it('brings forms of a word together', () => {
    for (const [one, other] of [
      ['queja', 'quejas'],
      ['política', 'políticas'],
      ['saludar', 'saludando'],
      ['amable', 'amables'],
    ] as const) {
      assert.deepEqual(stemsOf(one), stemsOf(other));
    }
  });

  it('brings together words that are spelt by ear', () => {
    for (const [typed, meant] of [
      ['obligasion', 'obligación'],
      ['amavilidad', 'amabilidad'],
      ['atension', 'atención'],
      ['nesesidad', 'necesidad'],
    ] as const) {
      assert.deepEqual(stemsOf(typed), stemsOf(meant));
    }
  });

  it('is none where there are no words', () => {
    for (const text of ['', '  \n', '¿…? 😡']) assert.equal(featuresOf(text).size, 0);
  });

  it('is of the first 400 words only', () => {
    const [last, ...others] = WORDS;
    const at = (place: number) => featuresOf([...others.slice(0, place - 1), last].join(' '));
    for (const place of [399, 400]) assert.ok(at(place).has(`w:${last}`), String(place));
    assert.ok(!at(401).has(`w:${last}`));
  });
});
