import assert from 'node:assert/strict';
import { Router, type RouterParts } from '../../../src/bot/router.js';
import { PURPOSES } from '../../../src/platform/understanding/intents.js';
import type { TextRoute, VerbRoute } from '../../../src/turn.js';

const nothing = async () => ({ kind: 'nothing' }) as const;
const verb = (name: string): VerbRoute => ({ verb: name, scope: 'personal', handle: async () => nothing() });
const texts = PURPOSES.map(
  (purpose): TextRoute => ({
    purpose,
    scope: 'anywhere',
    handle: async () => nothing(),
  }),
);
const files = { name: 'files', scope: 'personal', handle: nothing } as const;

const router = (parts: Partial<RouterParts>) => new Router({ verbs: [], texts, files, ...parts });

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

  it('finds the handler of each purpose', () => {
    const made = router({});
    for (const { purpose, handle } of texts) {
      assert.deepEqual(made.forPurpose(purpose), { name: purpose, scope: 'anywhere', handle });
    }
  });

  it('refuses two handlers for one verb or one purpose', () => {
    assert.throws(() => router({ verbs: [verb('menu'), verb('help'), verb('menu')] }), /two handlers/);
    assert.throws(() => router({ texts: [...texts, ...texts.slice(0, 1)] }), /two handlers/);
  });

  it('refuses to start when nobody answers a purpose', () => {
    assert.throws(() => router({ texts: texts.slice(1) }), /no handler for texts: report/);
  });
});
