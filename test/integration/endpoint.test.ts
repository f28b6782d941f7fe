import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { activity } from '../support/activities.js';
import { World } from '../support/world.js';

describe('the messaging endpoint', () => {
  let world: World;
  before(async () => {
    world = await World.open();
  });
  after(() => world.close());

  const nested = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
  for (const [name, body, status] of [
    ['an array', '[]', 400],
    ['half an object', '{', 400],
    ['a string', '"hola"', 400],
    ['an empty body', '', 400],
    ['an object without a type', '{"text":"hola"}', 400],
    ['a polluted prototype', '{"__proto__":{"type":"message"}}', 400],
    ['a very deep body', `{"type":"message","value":${nested}}`, 400],
    ['5 MB', JSON.stringify({ type: 'message', text: 'x'.repeat(5_000_000) }), 413],
  ] as const) {
    it(`refuses ${name} and stays alive`, async () => {
      assert.equal((await world.post(body)).status, status);
      assert.equal((await fetch(`${world.address}/healthz`)).status, 200);
    });
  }

  // Teams always says which conversation it is (MicrosoftDocs/msteams-docs, conversation-basics.md and conversation-messages.md,
  // the payloads of received messages); an example without one is abridged. Microsoft's newer SDK answers it with 400, too.
  for (const missing of ['type', 'conversation', 'from', 'serviceUrl', 'channelId']) {
    it(`refuses an activity without ${missing}`, async () => {
      assert.equal((await world.post(activity(world, { [missing]: undefined }))).status, 400);
    });
  }

  it('refuses other channels, and service URLs of other hosts', async () => {
    assert.equal((await world.post(activity(world, { channelId: 'directline' }))).status, 403);
    for (const serviceUrl of ['https://smba.trafficmanager.net/amer/', 'http://127.0.0.1.evil.example/']) {
      assert.equal((await world.post(activity(world, { serviceUrl }))).status, 403);
    }
  });

  it('refuses a compressed body', async () => {
    const response = await fetch(`${world.address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync(JSON.stringify(activity(world))),
    });
    assert.equal(response.status, 415);
  });

  it('reveals nothing about itself in its errors', async () => {
    for (const body of ['{', '[]', JSON.stringify(activity(world, { type: 7 }))]) {
      assert.equal(await (await world.post(body)).text(), '');
    }
    assert.equal((await fetch(`${world.address}/nothing-here`)).status, 404);
  });
});
