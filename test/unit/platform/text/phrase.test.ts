import assert from 'node:assert/strict';
import { fold } from '../../../../src/platform/text/fold.js';
import { phrasebook, withoutCourtesy } from '../../../../src/platform/text/phrase.js';

describe('a phrase', () => {
  const nameOf = phrasebook({ cases: ['mis casos', 'Casos'], help: ['Capacitación', 'ayuda'] });
  const selects = (written: string) => nameOf(fold(written)) === 'cases';

  for (const written of [
    'mis casos',
    'MIS CASOS',
    '¡Mis  casos!',
    '«casos».',
    ' casos\n',
    '👉 casos 👈',
    'Cásos',
    'casos por favor',
    'casos, por fa',
    'hola, casos',
    'Buenas tardes. Quiero ver los casos, muchas gracias',
    'holaaa necesito ver mis casos ya',
    'me ayudas a ver mis casos?',
    'please show me the casos',
    'I’d like to see the casos, thanks!',
    'casosss',
    'misss casos',
  ]) {
    it(`matches ${JSON.stringify(written)}`, () => assert.equal(selects(written), true));
  }
  for (const written of [
    '',
    '¡!',
    'mis',
    'mis casos de hoy',
    'los casos',
    'miscasos',
    'mis-casos',
    'casos2',
    'hola',
    'por favor',
    'quiero ver',
    'no quiero ver mis casos',
    'casos que quiero ver',
    'quiero ver mis casos de hoy',
    'quiero ver mis casos porque nadie me responde',
    'ver casos ver',
    `${'hola '.repeat(60)}casos`,
  ]) {
    it(`does not match ${JSON.stringify(written)}`, () => assert.equal(selects(written), false));
  }

  it('is told apart from the phrases of another name', () => {
    assert.equal(nameOf('ayuda'), 'help');
    assert.equal(nameOf('ayuda mis casos'), undefined);
  });

  it('is folded before it is compared', () => {
    assert.equal(nameOf(fold('CAPACITACION')), 'help');
  });

  it('ignores a doubled vowel at the end, and drawn-out letters', () => {
    const named = phrasebook({ ayuda: ['ayuda'], see: ['see'], callo: ['callo'] });
    for (const written of ['ayudaa', 'ayudaaaa', 'ayuuuuda', 'AYUDAAA!!!']) {
      assert.equal(named(fold(written)), 'ayuda', written);
    }
    assert.equal(named(fold('seee')), 'see');
    assert.equal(named(fold('calo')), undefined);
  });

  it('answers at once, however long and repetitive a message is', () => {
    const since = performance.now();
    for (const words of ['hola ', 'por favor ', 'quiero que ', 'ver la ', 'a', 'help me to ']) {
      assert.equal(selects(words.repeat(20_000)), false);
      assert.equal(selects(words.repeat(150 / words.length)), false);
    }
    assert.ok(performance.now() - since < 1_000);
  });
});

describe('a text without courtesy', () => {
  for (const [written, left] of [
    ['Hola, buenas tardes: asistencia 7F3K2Q, por favor. Gracias', 'asistencia 7f3k2q'],
    ['quiero registrar mi asistencia', 'registrar mi asistencia'],
    ['asistencia FFFGHJ', 'asistencia fffghj'],
    ['gracias', ''],
    ['hola por favor', ''],
    ['holanda', 'holanda'],
  ] as const) {
    it(`is "${left}" for "${written}"`, () => assert.equal(withoutCourtesy(fold(written)), left));
  }
});
