import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { World } from '../support/world.js';

describe('what the page of the local Teams sends', () => {
  let world: World;
  before(async () => {
    world = await World.open();
  });
  after(() => world.close());

  it('is in the chat once, and answered once, however often it comes', async () => {
    const ana = world.person('Ana');
    const body = {
      personId: ana.person.id,
      conversationId: ana.conversation.id,
      key: randomUUID(),
      text: 'ayuda',
    };
    const before = ana.received.length;
    for (let times = 0; times < 3; times++) {
      const response = await fetch(`${world.address}/local/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      assert.equal(response.status, 200);
    }
    assert.equal(world.chats.messages.filter(({ text }) => text === 'ayuda').length, 1);
    assert.equal(ana.received.length, before + 1);
  });
});
