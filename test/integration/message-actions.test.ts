/** «Reportar esto» and «Reconocer a esta persona», in the menu of a message of any chat. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { LOCAL_TENANT } from '../../src/settings.js';
import { activity } from '../support/activities.js';
import { buttons, inputIds, inputValues, parts, textOf } from '../support/cards.js';
import { sendsFile } from '../support/evidence.js';
import * as pictures from '../support/files/pictures.js';
import { blobPaths, rawRows } from '../support/storage.js';
import { type Player, World } from '../support/world.js';

/** A chat between two people, in which the bot is not. */
const BETWEEN_PEOPLE = '19:ana_carlos@unq.gbl.spaces';
const WORDS = 'Que esa señora espere otra hora, para eso tiene tiempo, y no me la vuelvan a pasar.';

interface Answer {
  task?: {
    type: string;
    value: string | { title: string; card: { content: Record<string, unknown> } };
  };
}

describe('a command in the menu of a message', function () {
  this.timeout(60_000);
  let world: World;
  let ana: Player;
  let carlos: Player;
  let luis: Player;
  beforeEach(async () => {
    world = await World.open();
    [ana, carlos, luis] = [world.person('Ana'), world.person('Carlos'), world.person('Luis')];
  });
  afterEach(() => world.close());

  /**
   * As Teams sends it: `value` is that of "Payload activity properties when a dialog is invoked from a channel (reply to
   * thread)" in MicrosoftDocs/msteams-docs, messaging-extensions/how-to/action-commands/create-task-module.md.
   */
  const fetched = (
    commandId: string,
    {
      author = carlos,
      content = `<div><div><at id="0">Humanización</at> - ${WORDS}</div>\n</div>`,
      ...more
    } = {},
  ) => ({
    commandId,
    commandContext: 'message',
    requestId: '7f7d22efe5414818becebcec649a7912',
    messagePayload: {
      linkToMessage: `https://teams.microsoft.com/l/message/${BETWEEN_PEOPLE}/1611060744833`,
      id: '1611060744833',
      replyToId: null,
      createdDateTime: '2021-01-19T12:52:24.833Z',
      lastModifiedDateTime: null,
      deleted: false,
      summary: null,
      importance: 'normal',
      locale: 'en-us',
      body: { contentType: 'html', content },
      from: {
        device: null,
        conversation: null,
        user: { userIdentityType: 'aadUser', id: author.person.id, displayName: 'Otro Nombre' },
        application: null,
      },
      reactions: [],
      mentions: [{ id: 0, mentionText: 'Humanización', mentioned: { application: { id: randomUUID() } } }],
      attachments: [],
      ...more,
    },
    context: { theme: 'default' },
  });

  async function invokes(name: string, value: object, more: Record<string, unknown> = {}): Promise<Answer> {
    const response = await world.post(
      activity(world, {
        type: 'invoke',
        name: `composeExtension/${name}`,
        text: undefined,
        conversation: { id: BETWEEN_PEOPLE, conversationType: 'personal', tenantId: LOCAL_TENANT },
        channelData: { tenant: { id: LOCAL_TENANT }, source: { name: 'message' } },
        value,
        ...more,
      }),
    );
    assert.equal(response.status, 200);
    return (await response.json()) as Answer;
  }

  async function opens(commandId: string, message = {}): Promise<Record<string, unknown>> {
    const { task } = await invokes('fetchTask', fetched(commandId, message));
    assert.ok(task && typeof task.value === 'object', JSON.stringify(task));
    return task.value.card.content;
  }

  /** Sends the dialog as it is, with some inputs filled in. */
  function sends(form: object, inputs: Record<string, string>, commandContext?: string): Promise<Answer> {
    const submit = parts(form).find(({ type }) => type === 'Action.Submit');
    const data = { ...inputValues(form), ...(submit?.data as object), ...inputs };
    return invokes('submitAction', { commandId: 'report.quote', commandContext, data });
  }

  const stored = async () => [
    ...(await rawRows(world.stores.tables, 'Drafts')),
    ...(await rawRows(world.stores.tables, 'Cases')),
  ];

  it('opens the report with the quotation, and keeps nothing before it is sent', async () => {
    const form = await opens('report.quote');
    assert.equal(inputValues(form).quote, `Humanización - ${WORDS}`);
    assert.match(textOf(form), /Mensaje citado[\s\S]*Es sobre quien lo escribió: Carlos Colaborador/);
    assert.match(JSON.stringify(form), /autoriz/i);
    assert.doesNotMatch(textOf(form), /Otro Nombre/, 'the name is the one of the directory');
    assert.deepEqual(await stored(), []);
    assert.doesNotMatch(world.logLines.join(), /señora/);
  });

  it('says which report it is not, when another one is begun and not sent', async () => {
    const begun = 'En la fila de la farmacia nadie le cedió el turno a una señora de edad.';
    assert.doesNotMatch(textOf(await opens('report.quote')), /Este es un reporte aparte/);
    await ana.writes('reportar');
    assert.doesNotMatch(textOf(await opens('report.quote')), /Este es un reporte aparte/, 'nothing written');
    await ana.taps('report.assess', { narrative: begun });
    const form = await opens('report.quote');
    assert.match(textOf(form), /Este es un reporte aparte\. Tienes otro sin enviar, del \d+ de \p{L}+, \d/u);
    assert.ok(!textOf(form).includes(begun), 'others may look at this screen');
  });

  it('becomes a report in the private chat, by the usual way', async () => {
    const form = await opens('report.quote');
    const answer = await sends(form, { narrative: 'Así habló de una usuaria de 80 años.', quote: WORDS });
    assert.equal(answer.task?.type, 'message');
    assert.match(String(answer.task?.value), /chat con Humanización[\s\S]*no se ha enviado/);
    const card = await ana.sees('Así habló de una usuaria', `Mensaje citado: «${WORDS}»`);
    assert.equal(carlos.received.length + luis.received.length, 2, 'only the welcome');
    const rows = JSON.stringify(await stored());
    assert.doesNotMatch(rows, new RegExp(`${carlos.person.id}|Colaborador`), 'not who wrote it');
    await ana.taps('report.submit', {}, { message: card });
    await luis.sees('HUM-', 'Mensaje citado');
    assert.ok(!JSON.stringify(luis.card).includes('Carlos'));
  });

  it('names who wrote it only when the reporter chooses so', async () => {
    const form = await opens('report.quote');
    await sends(form, { narrative: 'Así habló de una usuaria de 80 años.', concerned: 'true' });
    await ana.sees('El reporte es sobre quien escribió ese mensaje: Carlos Colaborador.');
  });

  it('does not go to the superior who wrote the message, once they are chosen', async () => {
    const form = await opens('report.quote', { author: luis });
    await sends(form, { concerned: 'true' });
    const card = await ana.sees('El reporte es sobre quien escribió ese mensaje: Luis Líder.');
    await ana.taps('report.submit', {}, { message: card });
    await ana.sees('HUM-', 'Marta');
    assert.ok(!luis.received.some((message) => message.card && textOf(message.card).includes('HUM-')));
  });

  it('is sent once, however often the dialog is', async () => {
    const form = await opens('report.quote');
    for (let time = 0; time < 3; time++)
      await sends(form, { narrative: 'Así habló de una usuaria de 80 años.' });
    await ana.sees('Así habló');
    assert.equal((await rawRows(world.stores.tables, 'Drafts')).length, 1);
    assert.equal(ana.received.filter(({ card }) => card && textOf(card).includes('Así habló')).length, 1);
  });

  it('shows the dialog again with what was entered when it is too short, and stays about whom it is', async () => {
    const form = await opens('report.quote');
    const { task } = await sends(form, { quote: 'No', concerned: 'true', narrative: '' });
    assert.ok(task && typeof task.value === 'object');
    const again = task.value.card.content;
    assert.match(textOf(again), /Es sobre quien lo escribió: Carlos/);
    assert.deepEqual([inputValues(again).quote, inputValues(again).concerned], ['No', 'true']);
    const { task: short } = await sends(form, { quote: '', narrative: 'No' });
    assert.ok(short && typeof short.value === 'object');
    assert.match(textOf(short.value.card.content), /Cuéntame un poco más/);
    assert.deepEqual(await stored(), []);
  });

  it('never answers in the chat that it comes from, nor takes that chat for the own one', async () => {
    await sends(await opens('report.quote'), { narrative: 'Así habló de una usuaria de 80 años.' });
    const contacts = await rawRows(world.stores.tables, 'Conversations');
    assert.ok(!JSON.stringify(contacts).includes(BETWEEN_PEOPLE));
    const inChannel = world.inChannel('Ana');
    const before = inChannel.received.length;
    const team = { id: '19:other@thread.tacv2', name: 'Otro equipo' };
    const channel = {
      conversation: { id: inChannel.conversation.id, conversationType: 'channel', tenantId: LOCAL_TENANT },
      channelData: { tenant: { id: LOCAL_TENANT }, team },
    };
    await invokes('fetchTask', fetched('report.quote'), channel);
    assert.equal(inChannel.received.length, before);
    const teams = JSON.stringify(await rawRows(world.stores.tables, 'Conversations'));
    assert.ok(!teams.includes(team.id), 'the team need not have the bot');
  });

  it('offers nobody for a message of an app, of oneself, or of somebody unknown', async () => {
    const unknown = { user: { id: randomUUID(), displayName: 'Nadie' } };
    for (const message of [
      { author: ana },
      { from: { user: null, application: { id: 'x' } } },
      { from: unknown },
    ]) {
      const form = await opens('report.quote', message);
      assert.ok(!inputIds(form).includes('concerned'));
      assert.equal(inputValues(await opens('recognition.quote', message)).likely ?? '', '');
    }
  });

  it('takes a message without text, and shows HTML as people read it', async () => {
    assert.equal(
      inputValues(await opens('report.quote', { content: '<p><img src="x"></p>' })).quote ?? '',
      '',
    );
    const content =
      '<p>Uno&nbsp;&amp; dos</p><p>Tres<br>cuatro <emoji alt="😡"></emoji></p><script>alert(1)</script>';
    assert.equal(inputValues(await opens('report.quote', { content })).quote, 'Uno & dos\nTres\ncuatro 😡');
  });

  it('opens the recognition of who wrote it with their words, and its preview goes to the private chat', async () => {
    const form = await opens('recognition.quote', {
      content: '<p>Le expliqué con paciencia cómo pedir la cita.</p>',
    });
    assert.equal(inputValues(form).likely, carlos.person.id);
    assert.equal(inputValues(form).message, '«Le expliqué con paciencia cómo pedir la cita.»');
    assert.equal(inputValues(form).attribute, 'escucha-comunicacion');
    assert.deepEqual(await rawRows(world.stores.tables, 'Recognitions'), []);
    const { task } = await sends(form, {});
    assert.equal(task?.type, 'message');
    const preview = await ana.sees('Para', 'Carlos Colaborador', 'Le expliqué con paciencia');
    assert.ok(buttons(ana.cardOf(preview)).some(({ verb }) => verb === 'recognition.send'));
  });

  it('opens no case of another person, whatever id the dialog brings', async () => {
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: `${WORDS} Fue en la sede Suba.` });
    await ana.taps('report.submit');
    await luis.sees('HUM-2026-000001');
    const [kept] = await rawRows(world.stores.tables, 'Cases', { rowKey: 'case' });
    const id = String(kept?.partitionKey);
    const from = { id: `29:${carlos.person.id}`, aadObjectId: carlos.person.id, name: 'Carlos' };
    const data = {
      verb: 'report.quote',
      id,
      quote: '',
      narrative: `${WORDS} Otra cosa.`,
      authorised: 'true',
    };
    const again = JSON.stringify(
      await invokes('submitAction', { commandId: 'report.quote', data }, { from }),
    );
    assert.match(again, /Este formulario venció/);
    const sent = { verb: 'report.submit', id, revision: 1 };
    const shown = JSON.stringify(
      await invokes('submitAction', { commandId: 'report.submit', data: sent }, { from }),
    );
    assert.doesNotMatch(again + shown, /sede Suba|HUM-2026-000001|Ana Colaboradora/);
    assert.deepEqual(await rawRows(world.stores.tables, 'Drafts', { partitionKey: carlos.person.id }), []);
  });

  it('deletes no file of another person, whatever draft is cancelled', async () => {
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: `${WORDS} Fue en la sede Suba.` });
    await sendsFile(world, ana, 'foto.png', await pictures.png());
    const [draft] = await rawRows(world.stores.tables, 'Drafts');
    const before = await blobPaths(world.stores.blobs);
    assert.equal(before.length, 1);
    await carlos.writes('hola');
    await carlos.sends(carlos.last, 'report.cancel', { verb: 'report.cancel', id: draft?.rowKey });
    assert.deepEqual(await blobPaths(world.stores.blobs), before);
  });

  it('says what to do when there is no way into the private chat', async () => {
    const nobody = { id: '29:x', aadObjectId: randomUUID(), name: 'Nadie' };
    const { task } = await invokes('fetchTask', fetched('report.quote'), { from: nobody });
    assert.deepEqual(task?.type, 'message');
    assert.match(String(task?.value), /No pude escribirte en privado, y no se envió nada/);
  });
});
