import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countWords, piecesOf } from '../../../../src/platform/impact/pieces.js';

const texts = (narrative: string) => piecesOf(narrative).map(({ text }) => text);

describe('the pieces of a narrative', () => {
  for (const [what, narrative, pieces] of [
    [
      'sentences',
      'Llegué a las 9.30 a.m. y nadie atendió. ¿Qué hago? Nada; esperar.',
      ['Llegué a las 9.30 a.m. y nadie atendió.', '¿Qué hago?', 'Nada', 'esperar.'],
    ],
    ['no sentences at abbreviations', 'La Dra. Ruiz no me gritó.', ['La Dra. Ruiz no me gritó.']],
    ['no sentences at a letter in their middle', 'La señora M. me gritó.', ['La señora M. me gritó.']],
    [
      'no sentences at the initial of a name',
      'No es cierto que Juan C. Rodríguez me pegara, ni el Dr. J. Pérez.',
      ['No es cierto que Juan C. Rodríguez me pegara, ni el Dr. J. Pérez.'],
    ],
    [
      'sentences that end in a letter or an hour',
      'Es de ética, no sé si la B o la C. Me gritó. Fue a las 5 p.m. Él se rio.',
      ['Es de ética, no sé si la B o la C.', 'Me gritó.', 'Fue a las 5 p.m.', 'Él se rio.'],
    ],
    [
      'no sentences inside a quotation',
      'Se rio: "¿con esto? Ni para el bus". No volví.',
      ['Se rio: "¿con esto? Ni para el bus".', 'No volví.'],
    ],
    ['sentences that end in "no"', 'Dijo que no. Me fui.', ['Dijo que no.', 'Me fui.']],
    ['lines', 'me atendió mal\nno volví', ['me atendió mal', 'no volví']],
    [
      'whole short sentences, with their negations',
      'No me gritó ni me insultó, pero me dejó esperando en la puerta.',
      ['No me gritó ni me insultó, pero me dejó esperando en la puerta.'],
    ],
    [
      'clauses of a long sentence, without the word that joins them',
      'El lunes llegué muy temprano a la sede del centro con todos los papeles, pero el señor de la entrada me cogió del brazo y me sacó a la calle sin decir ni una palabra.',
      [
        'El lunes llegué muy temprano a la sede del centro con todos los papeles',
        'el señor de la entrada me cogió del brazo y me sacó a la calle sin decir ni una palabra.',
      ],
    ],
    ['nothing of a text without words', '¿¿…?? — ,,', []],
    ['what is said, without a quote that is never closed', '«Lárguese» dijo. "', ['«Lárguese» dijo.']],
  ] as const) {
    it(`are ${what}`, () => assert.deepEqual(texts(narrative), pieces));
  }

  it('are long where a long text has no place to be cut', () => {
    assert.deepEqual(texts('palabra '.repeat(50)).map(countWords), [50]);
  });

  it('have their place, stand in order and do not overlap', () => {
    const part = fc.constantFrom(
      'me gritó',
      ' y ',
      ', ',
      '. ',
      '; ',
      'no ',
      'pero ',
      '\n',
      '«',
      '?',
      '😡',
      'la Dra. ',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 80 }), (parts) => {
        const narrative = parts.join('');
        let at = 0;
        for (const { text, start, end } of piecesOf(narrative)) {
          assert.equal(narrative.slice(start, end), text);
          assert.ok(start >= at && end > start);
          at = end;
        }
      }),
    );
  });
});
