import assert from 'node:assert/strict';
import { tokenize } from '../../../../src/platform/impact/tokens.js';

const wordsOf = (text: string) => tokenize(text).map(({ word }) => word);

describe('splitting a narrative into words', () => {
  it('folds words and keeps their places in the original text', () => {
    const text = '😡 ¡Me AMENAZÓ, señora!';
    assert.deepEqual(tokenize(text), [
      { word: 'me', start: 4, end: 6 },
      { word: 'amenazo', start: 7, end: 14 },
      { word: 'senora', start: 16, end: 22 },
    ]);
    for (const form of ['NFC', 'NFD'] as const) {
      const written = text.normalize(form);
      const cut = tokenize(written).map(({ start, end }) => written.slice(start, end));
      assert.deepEqual(cut, ['Me', 'AMENAZÓ'.normalize(form), 'señora'.normalize(form)]);
    }
  });

  it('gives the same words for every encoding of accents', () => {
    for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD'] as const) {
      assert.deepEqual(wordsOf('pingüino ÁÉÍÓÚ ñandú'.normalize(form)), ['pinguino', 'aeiou', 'nandu']);
    }
  });

  for (const written of ['4to', '2da', '5pm', '3er', '80mil']) {
    it(`leaves counted things as they are: "${written}"`, () =>
      assert.deepEqual(wordsOf(written), [written]));
  }

  for (const [written, word] of [
    ['m4ldit0', 'maldito'],
    ['c@rechimba', 'carechimba'],
    ['$apo', 'sapo'],
    ['3stup1d4', 'estupida'],
    ['pu7a', 'puta'],
    ['5apa', 'sapa'],
    ['M4L-P4R1D0', 'mal'],
    ['cuch1ll0', 'cuchillo'],
  ] as const) {
    it(`replaces signs that stand for letters: "${written}"`, () => {
      assert.equal(wordsOf(written)[0], word);
    });
  }

  it('leaves numbers unchanged', () => {
    assert.deepEqual(wordsOf('las 10 de la sede 34, $5000'), [
      'las',
      '10',
      'de',
      'la',
      'sede',
      '34',
      '$5000',
    ]);
  });

  it('reduces drawn-out letters to one and keeps doubled ones', () => {
    assert.deepEqual(wordsOf('maaaatar hijueputaaaa lllamar'), ['matar', 'hijueputa', 'lamar']);
    assert.deepEqual(wordsOf('llamar acción perrro'), ['llamar', 'accion', 'pero']);
    assert.deepEqual(wordsOf('leer zoo'), ['leer', 'zoo']);
    assert.deepEqual(wordsOf('ÁÁÁÁndale'), ['andale']);
  });

  it('reads styled and full-width letters', () => {
    assert.deepEqual(wordsOf('𝗺𝗮𝘁𝗮𝗿 Ｍａｔａｒ'), ['matar', 'matar']);
    assert.deepEqual(tokenize('😡𝗺𝗮'), [{ word: 'ma', start: 2, end: 6 }]);
  });

  it('keeps a star that hides letters inside a word', () => {
    assert.deepEqual(wordsOf('hijuep*ta *ojo*'), ['hijuep*ta', 'ojo*']);
  });

  for (const [name, sign] of [
    ['soft hyphens', '\u00ad'],
    ['zero-width spaces', '\u200b'],
    ['zero-width non-joiners', '\u200c'],
    ['zero-width joiners', '\u200d'],
    ['direction marks', '\u200e'],
    ['word joiners', '\u2060'],
  ] as const) {
    it(`ignores ${name} inside words`, () => {
      const text = `😡 me go${sign}l${sign}${sign}peó ya`;
      assert.deepEqual(wordsOf(text), ['me', 'golpeo', 'ya']);
      const { start, end } = tokenize(text)[1] ?? {};
      assert.equal(text.slice(start, end), `go${sign}l${sign}${sign}peó`);
      assert.deepEqual(wordsOf(`m4${sign}ldit0 maa${sign}aatar ${sign}hola`), ['maldito', 'matar', 'hola']);
    });
  }

  it('finds no words in a text without any', () => {
    for (const text of [
      '',
      ' \n\t',
      '¿…? — «»',
      '😡👍🏽',
      '\u0301\u0301',
      '\u200b\u00ad',
      '\ud83d',
      '\udc00',
    ]) {
      assert.deepEqual(tokenize(text), [], JSON.stringify(text));
    }
  });
});
