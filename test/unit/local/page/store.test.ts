import assert from 'node:assert/strict';
import { Store } from '../../../../src/local/page/store.js';
import type { ChatMessage } from '../../../../src/local/page/types.js';

const said = (id: string, text = 'Hola'): ChatMessage => ({
  id,
  conversationId: 'chat',
  from: 'bot',
  at: '2026-11-24T14:00:00.000Z',
  text,
  views: {},
  edited: false,
});

describe('what the page of the local Teams missed while the connection was lost', () => {
  it('is what came, what changed and what went, and nothing that it knows already', () => {
    const store = new Store([said('1'), said('2'), said('3')]);
    assert.deepEqual(store.missed([said('1'), said('2', 'Adiós'), said('4')]), [
      { kind: 'deleted', conversationId: 'chat', id: '3' },
      { kind: 'updated', message: said('2', 'Adiós') },
      { kind: 'posted', message: said('4') },
    ]);
  });
});
