import assert from 'node:assert/strict';
import { type Match, Router } from '../../../src/bot/router.js';
import type { TextRoute, VerbRoute } from '../../../src/turn.js';

const nothing = async () => ({ kind: 'nothing' }) as const;
const verb = (name: string): VerbRoute => ({ verb: name, scope: 'personal', handle: async () => nothing() });
const text = (name: string, select: (folded: string) => boolean): TextRoute => ({
  name,
  scope: 'anywhere',
  select,
  handle: nothing,
});
const question = text('question', () => {
  throw new Error('the last resort is not asked');
});

const files: Match = { name: 'files', scope: 'personal', handle: async () => ({ kind: 'nothing' }) };

describe('the router', () => {
  it('should find the handler of a verb, by its whole name', () => {
    const accept = verb('case.accept');
    const router = new Router([verb('case.view'), accept], [], question, files);
    assert.deepEqual(router.forVerb('case.accept'), {
      name: 'case.accept',
      scope: 'personal',
      handle: accept.handle,
    });
    assert.deepEqual(router.verbs, ['case.view', 'case.accept']);
  });

  it('should find none for what is not a verb', () => {
    const router = new Router([verb('case.accept')], [], question, files);
    for (const name of ['', 'case', 'case.accept.now', 'CASE.ACCEPT', 'constructor', '__proto__']) {
      assert.equal(router.forVerb(name), undefined);
    }
  });

  it('should not be built with two handlers of one verb', () => {
    assert.throws(() => new Router([verb('menu'), verb('help'), verb('menu')], [], question, files));
  });

  it('should take the first row that selects a text', () => {
    const rows = [
      text('none', () => false),
      text('first', (folded) => folded.startsWith('rep')),
      text('second', (folded) => folded.startsWith('reportar')),
    ];
    const named = (order: TextRoute[]) => new Router([], order, question, files).forText('Reportar').name;
    assert.equal(named(rows), 'first');
    assert.equal(named([...rows].reverse()), 'second');
  });

  it('should hand the text to the rows folded', () => {
    const seen: string[] = [];
    const row = text('row', (folded) => seen.push(folded) > 0);
    new Router([], [row], question, files).forText('  ¿QUÉ  pasó? ');
    assert.deepEqual(seen, ['¿que paso?']);
  });

  it('should take what no row selects as a question', () => {
    const router = new Router([], [text('none', () => false)], question, files);
    assert.equal(router.forText('¿Qué es la promesa?'), question);
    assert.equal(router.forText(''), question);
  });
});
