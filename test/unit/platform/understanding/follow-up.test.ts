import assert from 'node:assert/strict';
import { type FollowUp, followUp } from '../../../../src/platform/understanding/follow-up.js';

const item = (at: number): FollowUp => ({ kind: 'item', at });
const EXAMPLE: FollowUp = { kind: 'example' };
const EXPLANATION: FollowUp = { kind: 'explanation' };
const NEXT: FollowUp = { kind: 'next' };

describe('a follow-up question', () => {
  for (const [asked, texts] of [
    [
      EXAMPLE,
      [
        'dame un ejemplo',
        '¿Me puedes dar otro EJEMPLO, por favor?',
        'ejemplos',
        'un ejenplo porfa',
        'cuál es un ejemplo de esto',
        'give me an example',
        'Another example, please!',
      ],
    ],
    [
      EXPLANATION,
      [
        '¿por qué?',
        'por que',
        'porque?',
        '¿y eso por qué?',
        'No entendí',
        'no entiendo eso',
        'explícame',
        'explicame por favor',
        'más detalles',
        '¿cómo?',
        '¿Cómo es eso?',
        'why?',
        'how?',
        'please explain',
      ],
    ],
    [NEXT, ['el siguiente', '¿Y la siguiente?', '¿qué sigue?', 'next', 'and the next one?']],
    [item(-1), ['¿y el último?', 'la ultima', 'the last one']],
    [item(0), ['el primero', '¿cuál es la primera?', 'el punto 1', 'uno', 'and the first?']],
    [item(1), ['¿y el segundo?', 'SEGUNDA', 'y el 2?', 'muéstrame el número dos', 'what about the second']],
    [item(2), ['el tercero', 'y el tercer punto', '3', 'tell me about the third one']],
    [item(3), ['cuéntame del cuarto', 'fourth']],
    [item(4), ['háblame sobre el quinto', 'fifth']],
    [item(5), ['quiero ver el sexto', 'sixth']],
    [item(6), ['séptimo', 'y la septima', 'the seventh']],
  ] as const) {
    for (const text of texts) {
      it(`is recognised: "${text}"`, () => assert.deepEqual(followUp(text), asked));
    }
  }

  it('is recognised with decomposed accents', () => {
    assert.deepEqual(followUp('explícame'.normalize('NFD')), EXPLANATION);
  });
});

describe('a question that stands on its own', () => {
  for (const text of [
    '¿cuál es el segundo eje?',
    'dame un ejemplo de amabilidad',
    'explícame la política',
    'explain the policy to me',
    '¿por qué existe la política?',
    '¿por qué no?',
    '¿cómo reporto una falla?',
    'how do I report?',
    'why is there a policy',
    '¿qué hago primero?',
    'what is the second axis',
    '¿cuáles son los tres ejes?',
    'primer y segundo',
    'un ejemplo del segundo',
    '¿qué es la DEIP?',
    '¿qué?',
    '¿cuál es?',
    'no',
    'hola',
    'el octavo',
    '12',
    '¿…? 😡',
    '',
  ]) {
    it(`is no follow-up: "${text}"`, () => assert.equal(followUp(text), undefined));
  }

  it('is no follow-up if it has more than eight words', () => {
    const around = 'y por favor dame el otro ejemplo';
    assert.deepEqual(followUp(`${around} pues`), EXAMPLE);
    assert.equal(followUp(`${around} pues porfa`), undefined);
  });
});
