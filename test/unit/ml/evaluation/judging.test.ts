import assert from 'node:assert/strict';
import { conversationRows, type Expectation } from '../../../../ml/evaluation/conversations/format.js';
import { failureOf, type Got } from '../../../../ml/evaluation/conversations/judging.js';

const nothing: Got = { texts: [], cards: [] };
const card = {
  type: 'AdaptiveCard',
  refresh: { action: { type: 'Action.Execute', verb: 'case.refresh' } },
  body: [
    { type: 'TextBlock', text: '**Tu reporte** llegó a Luis' },
    { type: 'Input.Date', id: 'day', value: '2026-12-15' },
    { type: 'Input.Text', id: 'draftId', value: 'secreto', isVisible: false },
    {
      type: 'ActionSet',
      actions: [
        {
          type: 'Action.ShowCard',
          title: 'Más',
          card: { actions: [{ type: 'Action.Execute', title: 'Retirarlo', verb: 'case.withdraw' }] },
        },
      ],
    },
  ],
};
const got: Got = { texts: ['Listo, quedó'], cards: [card] };

function expecting(wanted: object): Expectation {
  const row = {
    id: 'a',
    kind: 'draft',
    title: '',
    turns: [{ as: 'ana', say: 'x', expect: { why: '', ...wanted } }],
  };
  const [conversation] = conversationRows.parse([row]);
  return conversation?.turns[0]?.expect as Expectation;
}
const passes = (what: Got, wanted: object) =>
  failureOf(what, expecting(wanted), ['HUM-2026-K7']) === undefined;

describe('what a turn got', () => {
  it('offers a button that unfolds, and no refresh', () => {
    assert.ok(passes(got, { any: [{ offers: ['case.withdraw'] }] }));
    assert.ok(!passes(got, { any: [{ offers: ['case.refresh'] }] }));
    assert.ok(!passes(got, { any: [{ notOffers: ['case.withdraw'] }] }));
  });

  it('says what the card and the message say, without accents, marks or hidden inputs', () => {
    assert.ok(passes(got, { any: [{ says: 'tu reporte llego a luis' }] }));
    assert.ok(passes(got, { any: [{ says: 'quedo' }] }));
    assert.ok(!passes(got, { any: [{ says: 'secreto' }] }));
  });

  it('has inputs with their values', () => {
    assert.ok(passes(got, { any: [{ form: { day: '^2026-12-15$' } }] }));
    assert.ok(!passes(got, { any: [{ form: { day: '^$' } }] }));
  });

  it('needs all of an alternative, one of several, and none of what may never be', () => {
    assert.ok(!passes(got, { any: [{ says: 'luis', offers: ['report.submit'] }] }));
    assert.ok(passes(got, { any: [{ says: 'marta' }, { says: 'luis' }] }));
    assert.ok(!passes(got, { any: [{ says: 'luis' }], never: [{ says: 'listo' }] }));
  });

  it('passes by absence alone where nothing came', () => {
    assert.ok(passes(nothing, { any: [{ notSays: '123' }] }));
    assert.ok(!passes(nothing, { any: [{ says: '.*' }] }));
    assert.ok(!passes(nothing, { any: [{ notOffers: ['report.submit'] }] }));
  });

  it('names cases by the order in which they were seen', () => {
    const told: Got = { texts: ['Caso HUM-2026-K7'], cards: [] };

    assert.ok(passes(told, { any: [{ says: '{case1}' }] }));
    assert.ok(!passes(told, { any: [{ says: '{case2}' }] }));
  });
});
