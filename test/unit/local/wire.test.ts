import assert from 'node:assert/strict';
import { readable } from '../../../src/local/readable.js';
import { Wire, type WireEntry } from '../../../src/local/wire.js';

const EXCHANGE = {
  direction: 'in',
  who: 'Ana',
  method: 'POST',
  path: '/api/messages',
  purpose: 'message',
  status: 200,
  ms: 3,
  request: { text: 'hola' },
  response: undefined,
} as const;

describe('what the panel of the wire shows', () => {
  it('is what went over it, with what came before', () => {
    const wire = new Wire();
    wire.note(EXCHANGE);
    const seen: WireEntry[] = [];
    const stop = wire.follow((entry) => seen.push(entry));
    wire.note({ ...EXCHANGE, purpose: 'typing' });
    stop();
    wire.note({ ...EXCHANGE, purpose: 'late' });
    assert.deepEqual(
      seen.map(({ id, purpose }) => [id, purpose]),
      [
        [1, 'message'],
        [2, 'typing'],
      ],
    );
    assert.deepEqual(seen[0]?.request, { text: 'hola' });
  });

  it('is not longer than the last 200 exchanges', () => {
    const wire = new Wire();
    for (let count = 0; count < 250; count++) wire.note(EXCHANGE);
    const seen: number[] = [];
    wire.follow(({ id }) => seen.push(id));
    assert.equal(seen.length, 200);
    assert.equal(seen[0], 51);
  });

  it('notes what the bot sends, with its address and its answer', async () => {
    const wire = new Wire();
    const route = wire.noted(
      {
        method: 'del',
        path: '/connector/:conversation/activities/:activity',
        handle: async () => ({ status: 404, json: { error: { code: 'ConversationNotFound' } } }),
      },
      (id) => `who is in ${id}`,
    );
    await route.handle({
      id: '1',
      address: '127.0.0.1',
      params: { conversation: 'a:1', activity: '7' },
      query: new URLSearchParams(),
      body: undefined,
      header: () => '',
      read: async () => undefined,
    });
    const seen: WireEntry[] = [];
    wire.follow((entry) => seen.push(entry));
    assert.equal(seen[0]?.method, 'DELETE');
    assert.equal(seen[0]?.path, '/connector/a:1/activities/7');
    assert.equal(seen[0]?.status, 404);
    assert.equal(seen[0]?.direction, 'out');
    assert.equal(seen[0]?.who, 'who is in a:1');
  });

  it('hides keys, secrets, and links that open something for whoever has them', () => {
    const shown = JSON.stringify(
      readable({
        Authorization: 'Bearer abc',
        nested: [{ clientSecret: 'abc', access_token: 'abc' }],
        file: 'http://127.0.0.1/files/abcdefghijklmnopqrstuv?as=csv',
        screen: { url: 'http://127.0.0.1/trainings/1/screen?key=abc-def&x=1' },
        words: 'la clave del trato',
      }),
    );
    assert.doesNotMatch(shown, /abc/);
    assert.match(shown, /screen\?key=•••&x=1/);
    assert.match(shown, /la clave del trato/);
  });

  it('says how long a file inside it is instead of showing it', () => {
    assert.equal(
      readable(`data:image/png;base64,${'A'.repeat(9_000)}`),
      'data:image/png;base64,… (9000 signos)',
    );
  });
});
