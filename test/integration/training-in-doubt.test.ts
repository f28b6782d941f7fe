/** The card of a training that Teams may have posted: it did not answer. */
import assert from 'node:assert/strict';
import { CHANNEL_ID } from '../../src/local/chats.js';
import { textOf } from '../support/cards.js';
import { channelMessage, HandClock, PLAN, rowsUnder } from '../support/trainings.js';
import { World } from '../support/world.js';

describe('a training whose card may have been posted', function () {
  this.timeout(90_000);
  let world: World;
  beforeEach(async () => {
    world = await World.open({ clock: new HandClock().now });
  });
  afterEach(() => world.close());

  const teresa = () => world.person('Teresa');
  const cards = () =>
    world.inChannel('Ana').received.filter(({ card }) => card && textOf(card).includes('Capacitación ·'));

  /** Teams posts the next message in the channel, and its answer is an error. */
  function losesAnswer(): void {
    const { chats } = world;
    const record = chats.record.bind(chats);
    chats.record = (event) => {
      record(event);
      if (event.kind !== 'posted' || event.message.conversationId !== CHANNEL_ID) return;
      chats.record = record;
      throw new Error('the answer is lost');
    };
  }

  async function announceInDoubt(): Promise<void> {
    await teresa().writes('capacitación');
    losesAnswer();
    await teresa().taps('training.create', PLAN);
  }

  it('is in doubt, and the form says what to look at', async () => {
    await announceInDoubt();
    assert.equal(cards().length, 1);
    const shown = textOf(teresa().card);
    assert.match(
      shown,
      /Teams no me confirmó si la tarjeta quedó publicada\. Mira en el canal: si está, no publiques de nuevo/,
    );
    assert.doesNotMatch(shown, /No pude publicar/);
  });

  it('is not posted again once the card has shown itself to somebody', async () => {
    await announceInDoubt();
    const ana = world.inChannel('Ana');
    const card = channelMessage(ana);
    const [data] = JSON.stringify(card.card).match(/[0-9a-f-]{36}/) ?? [];
    // What Teams does by itself for each person who sees the card.
    await ana.sends(card, 'training.view', { verb: 'training.view', id: data });
    await teresa().taps('training.create');
    assert.equal(cards().length, 1);
    assert.match(textOf(teresa().card), /Listo, publiqué la tarjeta en el canal/);
    const [training] = await rowsUnder(world, String(data), 'training');
    assert.equal(training?.messageId, card.id);
  });

  it('is posted again when it is nowhere known', async () => {
    await announceInDoubt();
    await teresa().taps('training.create');
    assert.equal(cards().length, 2);
  });
});
