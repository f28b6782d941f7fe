import assert from 'node:assert/strict';
import { fold, words } from '../../../../src/platform/text/fold.js';

describe('folding a text', () => {
  for (const [text, folded] of [
    ['Qué ÁRBOL', 'que arbol'],
    ['NIÑO', 'nino'],
    ['pingüino', 'pinguino'],
    ['  dos \t líneas\n\naquí  ', 'dos lineas aqui'],
    ['no\u00a0se\u3000rompe', 'no se rompe'],
    ['ﬁn', 'fin'],
    ['Ｒｅｐｏｒｔａｒ', 'reportar'],
    ['İstanbul', 'istanbul'],
    ['❤\ufe0f', '❤'],
    ['7F3K2Q', '7f3k2q'],
    ['¿Qué?', '¿que?'],
    ['', ''],
    [' \n ', ''],
  ] as const) {
    it(`turns ${JSON.stringify(text)} into "${folded}"`, () => assert.equal(fold(text), folded));
  }

  it('treats the two encodings of an accent alike', () => {
    assert.equal(fold('acción'.normalize('NFD')), fold('acción'.normalize('NFC')));
  });

  it('takes no notice of invisible signs', () => {
    for (const sign of ['\u00ad', '\u200b', '\u200d', '\u2060', '\ufeff'])
      assert.equal(fold(`cu${sign}chi${sign}llo`), 'cuchillo');
  });

  it('is idempotent', () => {
    for (const text of ['¿Qué ÁRBOL?', 'İ ﬁ ½ Å', 'a\u0301\u0302 b'])
      assert.equal(fold(fold(text)), fold(text));
  });
});

describe('the words of a folded text', () => {
  it('are runs of letters and digits', () => {
    assert.deepEqual(words('¿que es el deip, en 2026?'), ['que', 'es', 'el', 'deip', 'en', '2026']);
    assert.deepEqual(words('ida-y-vuelta'), ['ida', 'y', 'vuelta']);
  });

  it('are none without letters and digits', () => {
    assert.deepEqual(words(''), []);
    assert.deepEqual(words('¿…? 😡 _'), []);
  });
});
