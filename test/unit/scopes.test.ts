import assert from 'node:assert/strict';
import { discountOf } from '../../src/cases/impact/scopes.js';
import { tokenize } from '../../src/cases/impact/tokens.js';

/** Why the words in brackets do not count; undefined where they do. */
function why(marked: string) {
  const start = marked.indexOf('[');
  const text = marked.replace(/[[\]]/g, '');
  const end = marked.indexOf(']') - 1;
  const tokens = tokenize(text);
  const first = tokens.findIndex((token) => token.start === start);
  const last = tokens.findIndex((token) => token.end === end);
  assert.ok(first >= 0 && last >= first, `the brackets have to enclose words: ${marked}`);
  return discountOf(text, tokens, first, last);
}

function describeCases(name: string, expected: ReturnType<typeof why>, cases: readonly string[]): void {
  describe(name, () => {
    for (const marked of cases) {
      it(marked.replaceAll('\n', '\\n'), () => assert.equal(why(marked), expected));
    }
  });
}

describeCases('words that are denied', 'negated', [
  'no [gritó]',
  'NO [gritó]',
  'sin [golpes]',
  'nunca lo [golpeó]',
  'jamás me [amenazó]',
  'ni [gritó]',
  'tampoco [gritó]',
  'he did not [shout]',
  "he didn't [shout]",
  'she never [shouted]',
  'without [shouting]',
  'no hubo allí ningún [golpe]',
  'Él habló. No me [gritó]',
]);

describeCases('words that are denied at once', 'negated', [
  'nadie [gritó]',
  'nadie me [gritó]',
  'ninguno me [gritó]',
  'ninguna [gritó]',
  'nobody [shouted]',
]);

describeCases('words too far from a negation, or across the beginning of something new', undefined, [
  'no hubo entonces allí ningún [golpe]',
  'nadie allí me [gritó]',
  'no vino y me [gritó]',
  'no vino, me [gritó]',
  'No. Me [gritó]',
  'no: me [gritó]',
  'no; me [gritó]',
  'no (me [gritó])',
  'dijo que no «me [gritó]»',
  'dijo que no "[gritó]',
  'no vino\nme [gritó]',
  'no vino pero [gritó]',
  'no vino porque [gritó]',
  'no vino cuando [gritó]',
  'no paró hasta que [gritó]',
  'no vino sino que [gritó]',
  'not there but [shouted]',
]);

describeCases('words behind a negation that is none', undefined, [
  'no solo [gritó]',
  'no sólo lo [gritó]',
  'no solamente lo [gritó]',
  'no contento con eso [gritó]',
  'not only [shouted]',
  'not just [shouted]',
]);

describeCases('words before a negation, or beside a word that only begins like one', undefined, [
  '[gritó] no habló',
  'en la noche [gritó]',
  'Nina [gritó]',
]);

describeCases('words that are only supposed', 'hypothetical', [
  'casi me [golpea]',
  'podría [golpear]',
  'me podrían [golpear]',
  'pudiera [golpear]',
  'si hubiera [gritado]',
  'hubiese [gritado]',
  'ojalá no, casi [grita]',
  'quisiera [gritar]',
  'llegara a [golpear]',
  'he almost [hit] him',
  'he might [hit] him',
  'he could [hit] him',
  'si me [pega]',
  'Si [pega]',
  'me pregunto, si me [pega]',
  '¿y si me [pega]?',
]);

describeCases('words behind a "si" that supposes nothing of them', undefined, [
  'Le dije que si me [pegó]',
  'si él no vino, me [gritó]',
  'si ayer me [gritó], hoy fue peor',
]);

describeCases('words of a question', 'asked', [
  '¿qué hago cuando me [gritan]?',
  '¿Cómo reporto un [golpe]?',
  'qué es una [amenaza]?',
  'Hola. ¿Cuál es el nivel de una [amenaza]?',
  'Hola!\ndonde reporto una [amenaza]?',
  'what is a [threat]?',
  'is a [threat] grave?',
]);

describeCases('words that stand beside a question, or in one that tells', undefined, [
  '¿qué hago? Me [gritó].',
  'Me [gritó]. ¿qué hago?',
  'Me [gritó]! qué hago?',
  'Me [gritó]\n¿qué hago?',
  'Me [gritó], ¿cierto?',
  'Él me [gritó]?',
  'qué [gritó]',
  'qué [gritos].',
]);

describe('why words do not count', () => {
  it('should be that they are denied, where they are supposed or asked too', () => {
    assert.equal(why('casi no me [gritó]'), 'negated');
    assert.equal(why('¿qué pasa si no [grita]?'), 'negated');
    assert.equal(why('¿cómo pudo [gritar]?'), 'hypothetical');
  });
});
