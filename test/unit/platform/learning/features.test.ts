import assert from 'node:assert/strict';
import {
  featuresOf as featuresOfWords,
  soundOf,
  wordOf,
} from '../../../../src/platform/learning/features.js';
import { hashOf } from '../../../../src/platform/learning/hash.js';
import { fold, words } from '../../../../src/platform/text/fold.js';

function featuresOf(text: string): Map<number, number> {
  const features = new Map<number, number>();
  featuresOfWords(words(fold(text)).map(wordOf), (feature, weight) =>
    features.set(feature, (features.get(feature) ?? 0) + weight),
  );
  return features;
}
/** The weight of a feature: `w:` before a stem, `p:` before a pair of them; a part of a word has its own name. */
const weightOf = (text: string, name: string) => featuresOf(text).get(hashOf(name));
const hasStem = (text: string, stem: string) => weightOf(text, `w:${stem}`) !== undefined;
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
    const expected: [string, number][] = [
      ['w:el', 1],
      ['w:sol', 1],
      ['p:el_sol', 0.7],
    ];
    for (const piece of ['<el', 'el>', '<el>', '<so', 'sol', 'ol>', '<sol', 'sol>', '<sol>'])
      expected.push([piece, 0.3]);
    assert.deepEqual(featuresOf('El sol'), new Map(expected.map(([name, weight]) => [hashOf(name), weight])));
  });

  it('weigh more when a word is repeated', () => {
    const text = 'sol sol sol';
    assert.equal(weightOf(text, 'w:sol'), 3);
    assert.equal(weightOf(text, 'p:sol_sol'), 1.4);
    assert.ok(Math.abs((weightOf(text, '<sol>') ?? 0) - 0.9) < 1e-9);
  });

  it('depend on the order of words', () => {
    assert.notDeepEqual(featuresOf('sol mar'), featuresOf('mar sol'));
  });

  it('ignore capitals, accents and punctuation', () => {
    assert.deepEqual(featuresOf('¿QUÉ es la Amabilidad?'), featuresOf('que es la amabilidad'));
  });

  it('use one stem for the forms of a word', () => {
    for (const [stem, ...forms] of [
      ['kej', 'queja', 'quejas'],
      ['polit', 'política', 'políticas'],
      ['salud', 'saludar', 'saludando'],
      ['amabl', 'amable', 'amables'],
    ] as const) {
      for (const form of forms) assert.ok(hasStem(form, stem), form);
    }
  });

  it('use one stem for words that are spelt by ear', () => {
    for (const [stem, ...spellings] of [
      ['obligasion', 'obligasion', 'obligación'],
      ['amabil', 'amavilidad', 'amabilidad'],
      ['atension', 'atension', 'atención'],
      ['neses', 'nesesidad', 'necesidad'],
    ] as const) {
      for (const spelling of spellings) assert.ok(hasStem(spelling, stem), spelling);
    }
  });

  it('are empty without words', () => {
    for (const text of ['', '  \n', '¿…? 😡']) assert.equal(featuresOf(text).size, 0);
  });

  it('cover only the first 400 words', () => {
    const [last, ...others] = WORDS;
    const at = (place: number) => [...others.slice(0, place - 1), last].join(' ');
    for (const place of [399, 400]) assert.ok(hasStem(at(place), last ?? ''), String(place));
    assert.ok(!hasStem(at(401), last ?? ''));
  });
});
