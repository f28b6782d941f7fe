import assert from 'node:assert/strict';
import { activity, execute } from '../support/activities.js';
import { textOf, verbs } from '../support/cards.js';
import { QUESTION } from '../support/sure-texts.js';
import { World } from '../support/world.js';

describe('messages', () => {
  let world: World;
  before(async () => {
    world = await World.open();
  });
  after(() => world.close());

  it('greets once when several events report the installation', async () => {
    const ana = world.person('Ana');
    assert.equal(ana.received.length, 1);
    assert.match(textOf(ana.card), /^Hola, Ana/);
    const added = { type: 'conversationUpdate', membersAdded: [{ id: '28:humanizacion-local' }] };
    await world.post(activity(world, { type: 'installationUpdate', action: 'add', text: undefined }));
    await world.post(activity(world, { ...added, text: undefined }));
    assert.equal(ana.received.length, 1);
  });

  it('offers the inbox to leaders and not to others', async () => {
    await world.person('Luis').writes('ayuda');
    assert.ok(verbs(world.person('Luis').card).includes('cases.inbox'));
    await world.person('Carlos').writes('¡Ayuda!');
    assert.ok(!verbs(world.person('Carlos').card).includes('cases.inbox'));
  });

  for (const [name, words, others] of [
    ['Carlos', ['reportar', 'mis casos', 'asistencia', 'mis datos'], ['bandeja', 'capacitación', 'exportar']],
    ['Luis', ['bandeja', 'equipo', 'estoy de vacaciones'], ['mis capacitaciones', 'exportar']],
    ['Teresa', ['capacitación', 'mis capacitaciones'], ['equipo', 'exportar']],
    ['Hernán', ['casos', 'exportar', 'solicitudes', 'preguntas', 'cobertura', 'capacitación'], []],
  ] as const) {
    it(`lists behind a button all commands of ${name}, and no others`, async () => {
      const player = world.person(name);
      await player.writes('ayuda');
      const text = textOf(player.card);
      assert.match(text, /Ver todo lo que puedes escribir/);
      for (const word of words) assert.match(text, new RegExp(`«${word}`), word);
      for (const word of others) assert.doesNotMatch(text, new RegExp(`«${word}`), word);
    });
  }

  for (const [name, changes, expected] of [
    [
      'a file',
      { text: '', attachments: [fileOf('application/vnd.microsoft.teams.file.download.info')] },
      /archivo/,
    ],
    [
      'a file with an emoji',
      { text: '👍', attachments: [fileOf('application/vnd.microsoft.teams.file.download.info')] },
      /archivo/,
    ],
    ['a picture', { text: '', attachments: [fileOf('image/png'), fileOf('text/html')] }, /imágenes/],
    ['a sticker', { text: '', attachments: [fileOf('text/html')] }, /Gracias por el gesto/],
    ['an empty message', { text: '   ' }, /No alcancé a leer nada/],
    ['an edited message', { type: 'messageUpdate', channelData: edited() }, /editaste un mensaje/],
    [
      'a reaction',
      { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], text: undefined },
      /reaccionar/,
    ],
  ] as const) {
    it(`answers ${name} politely`, async () => {
      const ana = world.person('Ana');
      const before = ana.received.length;
      const response = await world.post(activity(world, changes as Record<string, unknown>));
      assert.equal(response.status, 200);
      assert.equal(ana.received.length, before + 1);
      assert.match(ana.last.text ?? '', expected);
    });
  }

  it('answers emoji and punctuation with one sentence, without a search in the policy', async () => {
    const ana = world.person('Ana');
    for (const text of ['👍', '😡😡😡', '???']) {
      const before = ana.received.length;
      assert.equal((await world.post(activity(world, { text }))).status, 200);
      assert.equal(ana.received.length, before + 1, text);
      assert.match(ana.last.text ?? '', /Gracias por el gesto/);
    }
  });

  it('does not answer reactions and edited messages in a channel', async () => {
    const channel = world.inChannel('Ana');
    const before = channel.received.length;
    const conversation = { id: channel.conversation.id, conversationType: 'channel' };
    for (const changes of [
      { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], text: undefined },
      { type: 'messageUpdate', channelData: edited() },
    ]) {
      assert.equal((await world.post(activity(world, { ...changes, conversation }))).status, 200);
    }
    assert.equal(channel.received.length, before);
  });

  it('does not answer events that need no answer', async () => {
    const ana = world.person('Ana');
    const before = ana.received.length;
    for (const changes of [
      { type: 'messageReaction', reactionsRemoved: [{ type: 'like' }], text: undefined },
      { type: 'typing', text: undefined },
      { type: 'conversationUpdate', membersAdded: [{ id: '29:somebody' }], text: undefined },
      { type: 'messageDelete', channelData: { ...edited(), eventType: 'softDeleteMessage' } },
    ]) {
      assert.equal((await world.post(activity(world, changes))).status, 200);
    }
    assert.equal(ana.received.length, before);
  });

  it('answers a message once when Teams sends it several times', async () => {
    const ana = world.person('Ana');
    const before = ana.received.length;
    const message = activity(world, { text: QUESTION });
    await Promise.all([world.post(message), world.post(message)]);
    await world.post(message);
    assert.equal(ana.received.length, before + 1);
  });

  it('answers an unknown verb or dialog with a sentence', async () => {
    const unknown = await world.post(execute(world, { verb: 'case.erase', data: { id: 'x' } }));
    assert.match(JSON.stringify(await unknown.json()), /ya no está disponible/);
    const none = await world.post(execute(world, { data: {} }));
    assert.match(JSON.stringify(await none.json()), /ya no está disponible/);
    const dialog = await world.post(activity(world, { type: 'invoke', name: 'task/fetch', value: {} }));
    assert.match(JSON.stringify(await dialog.json()), /ya no está disponible/);
    const other = await world.post(activity(world, { type: 'invoke', name: 'composeExtension/query' }));
    assert.equal(other.status, 501);
  });

  it('handles an Action.Submit like an Action.Execute', async () => {
    const ana = world.person('Ana');
    await ana.writes('reportar');
    const clicked = ana.last;
    const data = { verb: 'report.cancel', id: '' };
    await world.post(activity(world, { text: undefined, replyToId: clicked.id, value: data }));
    assert.match(textOf(ana.cardOf(clicked)), /Reporte cancelado/);
  });

  it('answers questions in the channel and takes reports only in private', async () => {
    const carlos = world.inChannel('Carlos');
    const answer = await carlos.writes(QUESTION);
    assert.match(textOf(carlos.cardOf(answer)), /protocolos estrictamente/);
    const refusal = await carlos.writes('reportar');
    assert.match(refusal.text ?? '', /en privado/);
    assert.match(textOf(carlos.card), /Abrir el chat en privado/);
    const help = await carlos.writes('ayuda');
    assert.match(help.text ?? '', /Menciónenme/);
  });

  it('opens the chat for a click in the channel that belongs into private, and leaves the card', async () => {
    const carlos = world.inChannel('Carlos');
    const answer = await carlos.writes(QUESTION);
    const before = carlos.cardOf(answer);
    await carlos.sends(answer, 'report.start', { verb: 'report.start' });
    assert.match(carlos.last.text ?? '', /Eso lo hablamos en privado/);
    assert.match(JSON.stringify(carlos.card), /teams\.microsoft\.com\/l\/chat\/0\/0\?users=28:/);
    assert.deepEqual(carlos.cardOf(answer), before);
  });

  it('understands a polite command and a wordy registration', async () => {
    const carlos = world.person('Carlos');
    await carlos.writes('Hola, buenas tardes. Necesito reportar una falla, por favor');
    assert.match(textOf(carlos.card), /Cuéntame qué pasó/);
    await carlos.writes('quiero retirar mi autorización');
    assert.ok(verbs(carlos.card).includes('privacy.export'));
    assert.match((await carlos.writes('registrar asistencia por favor')).text ?? '', /asistencia 7F3K2Q/);
    const told = await carlos.writes('registrar mi asistencia por favor 7F3K2Q');
    assert.match(textOf(carlos.cardOf(told)), /no es de ninguna capacitación/);
  });

  it('explains what stays confidential and what does not, and offers to start a report', async () => {
    const carlos = world.person('Carlos');
    await carlos.writes('¿quién va a ver mi nombre?');
    const text = textOf(carlos.card);
    for (const part of [/No es anónimo/, /en reserva/, /no puedo prometer/, /involucrad/])
      assert.match(text, part);
    await carlos.taps('report.start');
    assert.match(textOf(carlos.card), /Cuéntame qué pasó/);
  });

  it('refuses people of another tenant politely, in messages and invokes', async () => {
    const ana = world.person('Ana');
    const elsewhere = { tenant: { id: '11111111-1111-4111-8111-111111111111' } };
    const before = ana.received.length;
    await world.post(activity(world, { text: 'mis casos', channelData: elsewhere }));
    assert.equal(ana.received.length, before + 1);
    assert.match(ana.last.text ?? '', /colaboradores de la organización/);
    const invoke = execute(world, { verb: 'cases.mine', data: {} }, { channelData: elsewhere });
    assert.match(JSON.stringify(await (await world.post(invoke)).json()), /colaboradores de la organización/);
  });

  it('does not answer a sender without an Entra id', async () => {
    const ana = world.person('Ana');
    const before = ana.received.length;
    await world.post(activity(world, { from: { id: '29:x', name: 'Ana Colaboradora' } }));
    const invoke = await world.post(execute(world, { verb: 'cases.mine' }, { from: { id: '29:x' } }));
    assert.equal(invoke.status, 403);
    assert.equal(ana.received.length, before);
  });

  it('takes feedback once for each answer, with a comment when it is negative', async () => {
    const carlos = world.person('Carlos');
    await carlos.writes(QUESTION);
    await carlos.taps('answer.feedback', {}, { with: { useful: 'no' } });
    await carlos.taps('answer.feedback', { comment: 'Faltó un ejemplo' });
    assert.match(textOf(carlos.card), /Gracias/);
    assert.ok(!verbs(carlos.card).includes('answer.feedback'));
  });

  it('shows a neighbouring section in a new message and leaves the answer unchanged', async () => {
    const carlos = world.person('Carlos');
    const answer = await carlos.writes(QUESTION);
    const before = carlos.cardOf(answer);
    await carlos.taps('answer.section', {}, { message: answer });
    assert.deepEqual(carlos.cardOf(answer), before);
    assert.notDeepEqual(carlos.card, before);
    assert.match(textOf(carlos.card), /¿Te sirvió esta respuesta\?/);
  });
});

function fileOf(contentType: string) {
  return { contentType, name: 'foto.png' };
}

function edited() {
  return { tenant: { id: '00000000-0000-4000-8000-00000000aaaa' }, eventType: 'editMessage' };
}
