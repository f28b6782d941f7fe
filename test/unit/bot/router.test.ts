import assert from 'node:assert/strict';
import { type Match, Router, type RouterParts } from '../../../src/bot/router.js';
import type { TextRoute, VerbRoute } from '../../../src/turn.js';

const nothing = async () => ({ kind: 'nothing' }) as const;
const verb = (name: string): VerbRoute => ({ verb: name, scope: 'personal', handle: async () => nothing() });
const text = (name: string, select: (folded: string) => boolean): TextRoute => ({
  name,
  scope: 'anywhere',
  select,
  handle: nothing,
});
const otherwise: Match = { name: 'question', scope: 'anywhere', handle: nothing };

const files: Match = { name: 'files', scope: 'personal', handle: async () => ({ kind: 'nothing' }) };

const router = (parts: Partial<RouterParts>) =>
  new Router({ verbs: [], texts: [], otherwise, files, ...parts });

describe('the router', () => {
  it('finds the handler of a verb by its whole name', () => {
    const accept = verb('case.accept');
    const made = router({ verbs: [verb('case.view'), accept] });
    assert.deepEqual(made.forVerb('case.accept'), {
      name: 'case.accept',
      scope: 'personal',
      handle: accept.handle,
    });
    assert.deepEqual(made.verbs, ['case.view', 'case.accept']);
  });

  it('finds no handler for an unknown verb', () => {
    const made = router({ verbs: [verb('case.accept')] });
    for (const name of ['', 'case', 'case.accept.now', 'CASE.ACCEPT', 'constructor', '__proto__']) {
      assert.equal(made.forVerb(name), undefined);
    }
  });

  it('refuses two handlers for one verb', () => {
    assert.throws(() => router({ verbs: [verb('menu'), verb('help'), verb('menu')] }));
  });

  it('takes the first row that selects a text', () => {
    const rows = [
      text('none', () => false),
      text('first', (folded) => folded.startsWith('rep')),
      text('second', (folded) => folded.startsWith('reportar')),
    ];
    const named = (order: TextRoute[]) => router({ texts: order }).forText('Reportar').name;
    assert.equal(named(rows), 'first');
    assert.equal(named([...rows].reverse()), 'second');
  });

  it('passes the folded text to the rows', () => {
    const seen: string[] = [];
    const row = text('row', (folded) => seen.push(folded) > 0);
    router({ texts: [row] }).forText('  ¿QUÉ  pasó? ');
    assert.deepEqual(seen, ['¿que paso?']);
  });

  it('treats a text that no row selects as a question', () => {
    const made = router({ texts: [text('none', () => false)] });
    assert.equal(made.forText('¿Qué es la promesa?'), otherwise);
    assert.equal(made.forText(''), otherwise);
  });
});
