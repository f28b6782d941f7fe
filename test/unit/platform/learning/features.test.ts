import assert from 'node:assert/strict';
import { featuresOf, soundOf } from '../../../../src/platform/learning/features.js';

const stemsOf = (text: string) =>
  [...featuresOf(text).keys()].filter((name) => name.startsWith('w:')).map((name) => name.slice(2));
/** Many different words without doubled letters, which `soundOf` would merge. */
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
    it(`is the same for "${typed}" and "${meant}"`, () => assert.equal(soundOf(typed), soundOf(meant)));
  }

  it('differs for words that sound different', () => {
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
  it('are its words, its pairs of words and the parts of each word, by weight', () => {
    const expected = { 'w:el': 1, 'w:sol': 1, 'p:el_sol': 0.7 } as Record<string, number>;
    for (const piece of ['<el', 'el>', '<el>', '<so', 'sol', 'ol>', '<sol', 'sol>', '<sol>'])
      expected[piece] = 0.3;
    assert.deepEqual(Object.fromEntries(featuresOf('El sol')), expected);
  });

  it('weigh more when a word is repeated', () => {
    const features = featuresOf('sol sol sol');
    assert.equal(features.get('w:sol'), 3);
    assert.equal(features.get('p:sol_sol'), 1.4);
    assert.ok(Math.abs((features.get('<sol>') ?? 0) - 0.9) < 1e-9);
  });

  it('depend on the order of words', () => {
    assert.notDeepEqual(featuresOf('sol mar'), featuresOf('mar sol'));
  });

  it('ignore capitals, accents and punctuation', () => {
    assert.deepEqual(featuresOf('¿QUÉ es la Amabilidad?'), featuresOf('que es la amabilidad'));
  });

  it('use one stem for the forms of a word', () => {
    for (const [one, other] of [
      ['queja', 'quejas'],
      ['política', 'políticas'],
      ['saludar', 'saludando'],
      ['amable', 'amables'],
    ] as const) {
      assert.deepEqual(stemsOf(one), stemsOf(other));
    }
  });

  it('use one stem for words that are spelt by ear', () => {
    for (const [typed, meant] of [
      ['obligasion', 'obligación'],
      ['amavilidad', 'amabilidad'],
      ['atension', 'atención'],
      ['nesesidad', 'necesidad'],
    ] as const) {
      assert.deepEqual(stemsOf(typed), stemsOf(meant));
    }
  });

  it('are empty without words', () => {
    for (const text of ['', '  \n', '¿…? 😡']) assert.equal(featuresOf(text).size, 0);
  });

  it('cover only the first 400 words', () => {
    const [last, ...others] = WORDS;
    const at = (place: number) => featuresOf([...others.slice(0, place - 1), last].join(' '));
    for (const place of [399, 400]) assert.ok(at(place).has(`w:${last}`), String(place));
    assert.ok(!at(401).has(`w:${last}`));
  });
});
