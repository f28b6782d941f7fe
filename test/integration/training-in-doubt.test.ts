/** The card of a training that Teams may have posted: it did not answer. */
import assert from 'node:assert/strict';
import { TrainingStore } from '../../src/features/trainings/store/training-store.js';
import { CHANNEL_ID, type ChatMessage } from '../../src/local/chats.js';
import { StorageError } from '../../src/platform/storage/errors.js';
import { parts, textOf } from '../support/cards.js';
import { soon } from '../support/soon.js';
import {
  announce,
  channelCard,
  channelMessage,
  HandClock,
  idOn,
  PLAN,
  register,
  rowsUnder,
} from '../support/trainings.js';
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

  /** Waits until the stored training is like this: what a card tells of itself is stored behind the answer. */
  const stored = (id: string, isLike: (training: Record<string, unknown>) => boolean) =>
    soon(async () => (await rowsUnder(world, id, 'training')).find(isLike));

  /** What Teams does by itself for each person who sees the card in the channel. */
  async function cardShowsItself(): Promise<void> {
    const ana = world.inChannel('Ana');
    const card = channelMessage(ana);
    const id = idOn(ana.cardOf(card));
    await ana.sends(card, 'training.view', { verb: 'training.view', id });
    await stored(id, ({ messageId }) => messageId === card.id);
  }

  /** Returns the message with the form. */
  async function announceInDoubt(plan: Record<string, string> = {}): Promise<ChatMessage> {
    await teresa().writes('capacitación');
    losesAnswer();
    await teresa().taps('training.create', { ...PLAN, ...plan });
    return teresa().last;
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
    const form = await announceInDoubt();
    await cardShowsItself();
    await teresa().taps('training.create', {}, { message: form });
    assert.equal(cards().length, 1);
    assert.match(textOf(teresa().cardOf(form)), /Listo, publiqué la tarjeta en el canal/);
  });

  it('tells who announced it and the chosen trainer once, when the card has shown itself', async () => {
    const other = world.chats.people.find(
      ({ id, roles }) => id !== teresa().person.id && roles.includes('humanization'),
    );
    assert.ok(other);
    await announceInDoubt({ trainer: other.id });
    const [ana, luis] = [world.inChannel('Ana'), world.inChannel('Luis')];
    const card = channelMessage(ana);
    const id = idOn(ana.cardOf(card));
    await Promise.all(
      [ana, luis].map((who) => who.sends(card, 'training.view', { verb: 'training.view', id })),
    );
    const told = world.person(other.name.split(' ')[0] ?? '');
    await told.sees('Tu capacitación', PLAN.title);
    await teresa().sees('Tu capacitación', 'Abrir la pantalla');
    await world.close();
    for (const { received } of [told, teresa()]) {
      assert.equal(received.filter(({ card }) => card && textOf(card).includes('Tu capacitación')).length, 1);
    }
  });

  it('registers also while storage does not take where the card is', async () => {
    await announceInDoubt();
    const ana = world.inChannel('Ana');
    const id = idOn(channelCard(ana));
    const { change } = TrainingStore.prototype;
    TrainingStore.prototype.change = async () => {
      throw new StorageError('unavailable');
    };
    try {
      await register(world, 'Ana', id);
    } finally {
      TrainingStore.prototype.change = change;
    }
    assert.match(textOf(channelCard(ana)), /Asistencia registrada/);
  });

  it('shows what was corrected on the card that has shown itself', async () => {
    const form = await announceInDoubt();
    await cardShowsItself();
    await teresa().taps('training.create', { startsAt: '08:00' }, { message: form });
    assert.match(textOf(teresa().cardOf(form)), /8:00\sa\.\sm\. a 11:00/);
    await world.inChannel('Luis').sees('Capacitación ·', '8:00');
    assert.equal(cards().length, 1);
  });

  it('is posted again when it is nowhere known', async () => {
    await announceInDoubt();
    await teresa().taps('training.create');
    assert.equal(cards().length, 2);
  });

  it('takes answers to questions that it is not sure to have posted, and shows them to the trainer', async () => {
    const { id } = await announce(world);
    await register(world, 'Ana', id);
    losesAnswer();
    const outcome = await teresa().taps('training.check');
    assert.match(JSON.stringify(outcome), /no me confirmó si las preguntas quedaron publicadas/);
    const ana = world.inChannel('Ana');
    const posted = ana.last;
    const firsts = parts(posted.card)
      .filter(({ type }) => type === 'Input.ChoiceSet')
      .map(({ id: input, choices }) => [String(input), String((choices as { value: string }[])[0]?.value)]);
    await ana.taps('training.answer', Object.fromEntries(firsts), { message: posted });
    assert.match(textOf(ana.cardOf(posted)), /Acertaste [0-3] de 3/);
    await stored(id, ({ checkMessageId }) => checkMessageId === posted.id);
    await teresa().sends(teresa().last, 'training.manage', { verb: 'training.manage', id });
    assert.match(textOf(teresa().card), /Ha respondido 1 persona/);
  });

  it('takes no answers to questions that were not asked, on the card of the training', async () => {
    const { id } = await announce(world);
    await register(world, 'Ana', id);
    const ana = world.inChannel('Ana');
    const outcome = await ana.sends(channelMessage(ana), 'training.answer', { verb: 'training.answer', id });
    assert.match(JSON.stringify(outcome), /No encontré esa capacitación/);
  });
});
