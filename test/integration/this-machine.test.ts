import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { World } from '../support/world.js';

describe('local mode', () => {
  let world: World;
  before(async () => {
    world = await World.open();
  });
  after(() => world.close());

  /** `fetch` lets nobody choose the host. */
  const asks = async (path: string, headers: Record<string, string>, body?: string) => {
    const method = body === undefined ? 'GET' : 'POST';
    const asked = request(`${world.address}${path}`, { method, headers });
    asked.end(body);
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    return { status: response.statusCode, body: await text(response) };
  };
  const own = () => new URL(world.address).host;
  const writes = (headers: Record<string, string>) => {
    const { person, conversation } = world.person('Ana');
    const said = JSON.stringify({ personId: person.id, conversationId: conversation.id, text: 'ayuda' });
    return asks('/local/messages', { host: own(), 'content-type': 'application/json', ...headers }, said);
  };

  it('answers to the names of this machine, and to no other name that leads to it', async () => {
    const { port } = new URL(world.address);
    for (const name of ['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]']) {
      assert.equal((await asks('/local/state', { host: `${name}:${port}` })).status, 200, name);
    }
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      `127.0.0.1.evil.example:${port}`,
      'localhost',
    ]) {
      for (const path of ['/local/state', '/local/events', '/', '/healthz']) {
        assert.deepEqual(await asks(path, { host }), { status: 421, body: '' }, `${host} ${path}`);
      }
    }
  });

  it('takes nothing that a page from elsewhere sends', async () => {
    const before = world.chats.messages.length;
    for (const origin of [
      'https://evil.example',
      'null',
      `http://evil.example:${new URL(world.address).port}`,
    ]) {
      assert.deepEqual(await writes({ origin }), { status: 403, body: '' }, origin);
    }
    assert.deepEqual(await writes({ host: 'evil.example', origin: 'http://evil.example' }), {
      status: 421,
      body: '',
    });
    assert.equal(world.chats.messages.length, before);
    for (const headers of [
      { origin: world.address },
      {},
      // A form of a page that sends no referrer.
      { origin: 'null', 'sec-fetch-site': 'same-origin' },
    ] as Record<string, string>[]) {
      assert.equal((await writes(headers)).status, 200, JSON.stringify(headers));
    }
  });
});
