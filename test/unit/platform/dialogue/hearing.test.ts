import assert from 'node:assert/strict';
import type { Act } from '../../../../src/platform/dialogue/acts.js';
import {
  candidatesFor,
  type Fresh,
  hear,
  type Possible,
  type ReadActs,
} from '../../../../src/platform/dialogue/hearing.js';
import type { Thing } from '../../../../src/platform/dialogue/thing.js';

const UNSURE: Fresh = { confidence: 0, isPlain: true, isSmall: false };
const thing = (kind: Thing['kind'], of = kind as string): Thing => ({ kind, of, at: '', data: {} });
const possible = (on: Thing['kind'], act: Act, more: Partial<Possible> = {}): Possible => ({
  on,
  of: on,
  act,
  does: act,
  ...more,
});
/** Says for each kind of thing how likely each act is; the rest is none of them. */
const saying =
  (byKind: Partial<Record<Thing['kind'], Record<string, number>>>): ReadActs =>
  (_, on) => {
    const likely = byKind[on] ?? {};
    const none = 1 - Object.values(likely).reduce((sum, one) => sum + one, 0);
    return (name) => likely[name] ?? (name === 'none' ? none : 0);
  };

describe('what a text does to what is open', () => {
  it('is the likely act', () => {
    const read = saying({ draft: { correct: 0.9 } });
    const candidates = candidatesFor('', [thing('draft')], [possible('draft', 'correct')], read);
    const heard = hear(candidates, UNSURE);
    assert.equal(heard.kind === 'act' && heard.candidate.act, 'correct');
  });

  it('is nothing where the text is something new', () => {
    const read = saying({ draft: { correct: 0.05 } });
    const candidates = candidatesFor('', [thing('draft')], [possible('draft', 'correct')], read);
    assert.equal(hear(candidates, UNSURE).kind, 'fresh');
  });

  it('is nothing for a text that plainly is something else, unless the act is surer', () => {
    const plain: Fresh = { confidence: 0.97, isPlain: true, isSmall: false };
    const heard = (likely: number) =>
      hear(
        candidatesFor(
          '',
          [thing('answer')],
          [possible('answer', 'compare')],
          saying({ answer: { compare: likely } }),
        ),
        plain,
      ).kind;
    assert.equal(heard(0.3), 'fresh');
    assert.equal(heard(0.9), 'act');
  });

  it('is the act that speaks for itself, where the text is small talk otherwise: "ok, sigamos"', () => {
    const things = [
      { ...thing('answer'), at: '2' },
      { ...thing('draft'), at: '1' },
    ];
    const read = saying({ answer: { more: 0.2 }, draft: { 'go-on': 0.95 } });
    const all = [possible('answer', 'more'), possible('draft', 'go-on')];
    const candidates = candidatesFor('', things, all, read);
    const small = (isSmall: boolean) => hear(candidates, { confidence: 0.95, isPlain: true, isSmall }).kind;
    assert.deepEqual([small(true), small(false)], ['act', 'fresh']);
  });

  it('is not done to a thing that takes no such act', () => {
    const read = saying({ choices: { affirm: 0.9 }, draft: { send: 0.9 } });
    const things = [thing('choices'), thing('draft')];
    const heard = hear(
      candidatesFor('', things, [possible('choices', 'choose'), possible('draft', 'send')], read),
      UNSURE,
    );
    assert.equal(heard.kind === 'act' && heard.candidate.thing.kind, 'draft');
  });

  it('is about what was shown last, where it may be about both', () => {
    const read = saying({ lead: { when: 0.8 }, mine: { when: 0.8 } });
    const acts = [possible('lead', 'when'), possible('mine', 'when')];
    const [best] = candidatesFor('', [thing('mine'), thing('lead')], acts, read);
    assert.equal(best?.thing.kind, 'mine');
  });

  it('asks between two that are as likely, and tries what can be taken back before what cannot', () => {
    const asked = hear(
      candidatesFor(
        '',
        [thing('lead')],
        [possible('lead', 'ask-them'), possible('lead', 'tell-them')],
        saying({ lead: { 'ask-them': 0.4, 'tell-them': 0.4 } }),
      ),
      UNSURE,
    );
    assert.equal(asked.kind, 'ask');
    const tried = hear(
      candidatesFor(
        '',
        [thing('draft')],
        [possible('draft', 'drop'), possible('draft', 'correct')],
        saying({ draft: { drop: 0.42, correct: 0.4 } }),
      ),
      UNSURE,
    );
    assert.equal(tried.kind === 'act' && tried.candidate.act, 'correct');
  });

  it('adds up acts that come to the same', () => {
    const acts = [
      possible('offer', 'affirm', { does: 'report' }),
      possible('offer', 'go-on', { does: 'report' }),
      possible('offer', 'deny'),
    ];
    const read = saying({ offer: { affirm: 0.2, 'go-on': 0.2, deny: 0.3 } });
    const [best] = candidatesFor('', [thing('offer')], acts, read);
    assert.equal(best?.act, 'affirm');
  });

  it('chooses what is named', () => {
    const read = saying({ choices: { choose: 0.1 }, lead: { 'ask-them': 0.3 } });
    const acts = [possible('choices', 'choose', { isNamed: () => true }), possible('lead', 'ask-them')];
    const [best] = candidatesFor('', [thing('lead'), thing('choices')], acts, read);
    assert.equal(best?.act, 'choose');
  });

  it('is sure of a deed only when it is surer', () => {
    const sureOf = (act: Act) => {
      const read = saying({ draft: { [act]: 0.35 } });
      const heard = hear(candidatesFor('', [thing('draft')], [possible('draft', act)], read), UNSURE);
      return heard.kind === 'act' && heard.isSure;
    };
    assert.equal(sureOf('correct'), true);
    assert.equal(sureOf('send'), false);
  });
});
