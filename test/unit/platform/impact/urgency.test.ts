import assert from 'node:assert/strict';
import { createUrgencyOf } from '../../../../src/platform/impact/urgency.js';
import { rulesWith } from '../../../support/rules.js';

const urgencyOf = createUrgencyOf(
  rulesWith(
    { amenaza: ['amenaz*', 'cuchillo'], soez: ['groser*'] },
    { care: { 'self-harm': ['suicid*'], 'sexual-violence': ['violaron'], 'child-at-risk': ['nin*'] } },
  ),
);

describe('the urgency of a message', () => {
  it('is grave for grave words that are told, asked or hypothetical, and not for lesser words', () => {
    for (const text of ['me amenazó', '¿y si me amenaza con un cuchillo?', 'qué hago si me amenazan']) {
      assert.equal(urgencyOf(text).isGrave, true, text);
    }
    for (const text of ['fue muy grosero', 'no me amenazó', 'hola']) {
      assert.deepEqual(urgencyOf(text), { cares: [], isGrave: false }, text);
    }
  });

  it('always includes self-harm and sexual violence, but a child only with grave words', () => {
    assert.deepEqual(urgencyOf('habla de suicidarse'), { cares: ['self-harm'], isGrave: false });
    assert.deepEqual(urgencyOf('a mi amiga la violaron').cares, ['sexual-violence']);
    assert.deepEqual(urgencyOf('llevé al niño a la cita').cares, []);
    assert.deepEqual(urgencyOf('amenazó al niño').cares, ['child-at-risk']);
  });

  for (const text of [
    'ayuda',
    'necesito ayuda con un trámite',
    'el primer auxiliar que llegó',
    'la línea de ropa',
  ]) {
    it(`is not grave: "${text}"`, () => assert.equal(urgencyOf(text).isGrave, false));
  }
});
