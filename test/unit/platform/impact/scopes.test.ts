import assert from 'node:assert/strict';
import { discountOf } from '../../../../src/platform/impact/scopes.js';
import { tokenize } from '../../../../src/platform/impact/tokens.js';

/** Why the words in brackets do not count; undefined if they do. */
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
      it(`${expected ? `are ${expected}` : 'count'}: ${marked.replaceAll('\n', '\\n')}`, () =>
        assert.equal(why(marked), expected));
    }
  });
}

describeCases('words after a negation', 'negated', [
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

describeCases('words after a negating determiner', 'negated', [
  'hubo ningún [golpe]',
  'ninguna [amenaza] de su parte',
  'cero [golpes], todo bien',
  'nada de [golpes] ni cosas raras',
]);

describeCases('words of a clause that "no es que" denies', 'negated', [
  'no es que ese señor a mí me haya [golpeado]',
  'no fue que me [amenazara]',
]);

describeCases('words after an expletive or an exclamation with "no"', undefined, [
  'no joda me [golpeó]',
  'no me crea tan bobo, me [golpeó]',
  'no se imagina cómo me [golpeó]',
  'no hay derecho me [golpeó]',
  'nada más llegar me [golpeó]',
  'no es que esté brava, me [golpeó]',
]);

describeCases('words of a film, a novel or a drill', 'figurative', [
  'en la película el policía los [golpea]',
  'la novela de anoche termina en que la [amenaza]',
  'en el simulacro hubo dos [heridos]',
]);

describeCases('words of hearsay', 'hypothetical', [
  'dicen que el guarda la [golpeó]',
  'en las noticias contaron que lo [golpearon]',
  'supuestamente la [amenazó]',
]);

describeCases('words of what is long past', 'hypothetical', [
  'hace años nos [amenazaron] en esa portería',
  'nos [golpearon] en el 2009, hoy es cuento',
  'cuando yo era niña me [golpeaban]',
]);

describeCases('words near a film, hearsay or the past that did happen', undefined, [
  'veíamos la película y me [golpeó]',
  'me contaron que el guarda la [golpeó]',
  'desde hace años me [amenaza]',
  'hace dos horas me [golpeó]',
  'La película era mala. Me [golpeó]',
]);

describeCases('words right before their negation', 'negated', [
  '[Golpes] no hubo',
  '[insultos]  no, ni uno',
  '[amenazar] no me amenazó',
]);

describeCases('words before a negation of something else', undefined, [
  '[Golpes]. No vino',
  'me dio [golpes], no vino',
  'los [golpes] ya no los aguanto',
  'me [golpeó] no habló',
]);

describeCases('words close to "nadie", "ninguno" or "nobody"', 'negated', [
  'nadie [gritó]',
  'nadie me [gritó]',
  'ninguno me [gritó]',
  'ninguna [gritó]',
  'nobody [shouted]',
]);

describeCases('words too far from a negation, or in a new clause', undefined, [
  'no hubo entonces allí esa tarde [golpe]',
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

describeCases('words after "no solo" and the like', undefined, [
  'no solo [gritó]',
  'no sólo lo [gritó]',
  'no solamente lo [gritó]',
  'no contento con eso [gritó]',
  'not only [shouted]',
  'not just [shouted]',
]);

describeCases('words before a negation, or next to a word that only begins like one', undefined, [
  '[gritó] no habló',
  'en la noche [gritó]',
  'Nina [gritó]',
]);

describeCases('words of a hypothesis', 'hypothetical', [
  'casi me [golpea]',
  'podría [golpear]',
  'me podrían [golpear]',
  'pudiera [golpear]',
  'si hubiera [gritado]',
  'hubiese [gritado]',
  'ojalá no, casi [grita]',
  'llegara a [golpear]',
  'he almost [hit] him',
  'he might [hit] him',
  'he could [hit] him',
  'si me [pega]',
  'Si [pega]',
  'me pregunto, si me [pega]',
  '¿y si me [pega]?',
  'Si el jefe me [pega] otra vez, renuncio',
  'si el jefe nos [pega]',
  'si ayer me [gritó], hoy fue peor',
]);

describeCases('words after a "si" that does not refer to them', undefined, [
  'Le dije que si me [pegó]',
  'si él no vino, me [gritó]',
  'si ese señor tan grande me [pegó]',
]);

describeCases('words of a question', 'asked', [
  '¿qué hago cuando me [gritan]?',
  '¿Dónde reporto un [golpe]?',
  '¿Quién me [golpeó]?',
  '¿Me oye? ¿Qué es una [amenaza]?',
  'qué es una [amenaza]?',
  'Hola. ¿Cuál es el nivel de una [amenaza]?',
  'Hola!\ndonde reporto una [amenaza]?',
  'what is a [threat]?',
  'is a [threat] grave?',
]);

describeCases('words next to a question, or in a question that tells', undefined, [
  '¿qué hago? Me [gritó].',
  'Me [gritó]. ¿qué hago?',
  'Me [gritó]! qué hago?',
  'Me [gritó]\n¿qué hago?',
  'Me [gritó], ¿cierto?',
  'Él me [gritó]?',
  'qué [gritó]',
  'qué [gritos].',
  '¿Qué pasó? Me [golpeó] en la cara',
  '¿Qué pasó? Me [golpeó] en la cara, ¿me entiende?',
  '¿Qué pasó? Él me [golpeó]?',
  'Cuando le dije que no, me [pegó], ¿me entiende?',
  'Cuando llegué me [pegó], ¿cierto?',
  'Como pudo me [golpeó], ¿sí?',
]);

describeCases('words after an idiom that negates nothing', undefined, [
  'Sin mediar palabra le [pegó]',
  'Sin embargo me [amenazó]',
  'No obstante lo [golpeó]',
  'Sin duda me [amenazó]',
  'Sin ninguna razón me [golpeó]',
  'Sin motivo alguno me [golpeó]',
  'No para de [amenazarme]',
  'No paraba de [gritarme]',
  'No deja de [acosarme]',
  'No dejó de [golpearlo]',
  'No cesa de [insultarnos]',
  'No aguanto más los [golpes] de mi jefe',
  'No soporto los [gritos]',
  'Quisiera denunciar que me [golpearon]',
  'Como pudo me [golpeó]',
  'No me hizo caso y me [golpeó]',
]);

describeCases('words after a negation, with such an idiom elsewhere', 'negated', [
  'Sin embargo no me [golpeó]',
  'Para eso no [gritó]',
  'Deja, no [gritó]',
  'no me [golpeó] sin mediar palabra',
]);

describeCases('words that begin with a negation themselves', undefined, [
  'No me saludó [ni me miró]',
  'nunca habló [ni me miró]',
  'sin hablar [no me miró]',
]);

describe('the reason why words do not count', () => {
  it('is negation before hypothesis, and hypothesis before question', () => {
    assert.equal(why('casi no me [gritó]'), 'negated');
    assert.equal(why('¿qué pasa si no [grita]?'), 'negated');
    assert.equal(why('¿qué podría [gritar]?'), 'hypothetical');
  });
});
