/** A recognition from the message to its person, and what they may do with it. */
import assert from 'node:assert/strict';
import type { ChatMessage } from '../../src/local/chats.js';
import { buttons, inputValues, textOf, verbs } from '../support/cards.js';
import { opensCase, sendReport } from '../support/reporting.js';
import { soon } from '../support/soon.js';
import { rawRows } from '../support/storage.js';
import { DEED, LOW } from '../support/sure-texts.js';
import { HandClock } from '../support/trainings.js';
import { wordsOf as readOf, visit } from '../support/visitor.js';
import { type Player, World } from '../support/world.js';

describe('a recognition', function () {
  this.timeout(60_000);
  let world: World;
  let clock: HandClock;
  let ana: Player;
  let luis: Player;
  let carlos: Player;
  beforeEach(async () => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now });
    [ana, luis, carlos] = [world.person('Ana'), world.person('Luis'), world.person('Carlos')];
  });
  afterEach(() => world.close());

  const words = (more: Record<string, string> = {}) => ({
    likely: carlos.person.id,
    message: DEED,
    attribute: 'escucha-comunicacion',
    ...more,
  });

  /** Writes it, and returns the card with its preview. */
  async function previewed(who = ana, more: Record<string, string> = {}): Promise<ChatMessage> {
    const form = await who.writes('reconocer');
    await who.taps('recognition.send', words(more), { message: form });
    return form;
  }

  async function sent(who = ana, more: Record<string, string> = {}): Promise<ChatMessage> {
    const card = await previewed(who, more);
    await who.taps('recognition.send', {}, { message: card });
    assert.match(textOf(who.cardOf(card)), /✓ Tu reconocimiento es para/);
    return card;
  }

  const idOn = (player: Player, card: ChatMessage, verb: string) =>
    String(buttons(player.cardOf(card)).find((button) => button.verb === verb)?.data.id);

  /** The two minutes pass, and the queue brings what waited for them. */
  async function delivers(player: Player, card: ChatMessage): Promise<void> {
    const id = idOn(player, card, 'recognition.undo');
    clock.forward(121_000);
    await brings(id);
  }

  const brings = (partitionKey: string) => world.brings({ kind: 'recognition', partitionKey });

  /** Ana's recognition of Carlos, as he gets it. */
  async function received(more: Record<string, string> = {}): Promise<ChatMessage> {
    await delivers(ana, await sent(ana, more));
    const told = await carlos.sees('¡Te reconocieron!', DEED);
    // The lists are brought up to date beside the cards.
    await soon(async () =>
      (await rawRows(world.stores.tables, 'Recognitions')).find(
        ({ partitionKey }) => partitionKey === `got:${carlos.person.id}`,
      ),
    );
    return told;
  }

  const inChannel = () =>
    world.inChannel('Carlos').received.filter(({ card }) => card && textOf(card).includes(DEED));

  it('is understood from a message, previewed, and told to its person and their superior after two minutes', async () => {
    const form = await ana.writes(
      'Quiero felicitar a Carlos por explicarle con paciencia a una señora cómo pedir la cita',
    );
    const filled = inputValues(ana.cardOf(form));
    assert.equal(filled.likely, carlos.person.id);
    assert.equal(filled.attribute, 'escucha-comunicacion');
    assert.equal(filled.message, 'Explicarle con paciencia a una señora cómo pedir la cita');
    await ana.taps('recognition.send', {}, { message: form });
    const preview = textOf(ana.cardOf(form));
    assert.match(preview, /Para[\s\S]*Carlos Colaborador[\s\S]*Escucha y comunicación[\s\S]*Explicarle con/);
    assert.match(preview, /copia[\s\S]*Luis Líder/);
    await ana.taps('recognition.send', {}, { message: form });
    assert.match(textOf(ana.cardOf(form)), /✓ Tu reconocimiento es para[\s\S]*Deshacer \(hasta las/);
    assert.equal(carlos.received.length, 1, 'only the welcome: nothing is told while it can be undone');
    await delivers(ana, form);
    const card = await carlos.sees('¡Te reconocieron!', 'Explicarle con paciencia', 'Ana Colaboradora');
    assert.ok(!verbs(carlos.cardOf(card)).includes('recognition.publish'), 'it is not public');
    const copy = await luis.sees('de tu equipo, recibió un reconocimiento', 'Carlos Colaborador');
    assert.doesNotMatch(JSON.stringify(luis.cardOf(copy)), /recognition\.(publish|remove)/);
  });

  it('is sent once, however often it is tapped', async () => {
    const card = await previewed();
    const { data } = buttons(ana.cardOf(card)).find(({ verb }) => verb === 'recognition.send') ?? {
      data: {},
    };
    await Promise.all([1, 2, 3].map(() => ana.sends(card, 'recognition.send', data)));
    await ana.sends(card, 'recognition.send', data);
    await delivers(ana, card);
    await carlos.sees('¡Te reconocieron!');
    await luis.sees('recibió un reconocimiento');
    const cards = carlos.received.filter((message) => message.card && textOf(message.card).includes(DEED));
    assert.equal(cards.length, 1);
  });

  it('is not sent by a preview that shows other words than the last one', async () => {
    const card = await previewed();
    const [send] = buttons(ana.cardOf(card)).filter(({ verb }) => verb === 'recognition.send');
    await ana.writes('agrega que sonrió todo el tiempo');
    assert.match(textOf(ana.card), /Así lo verá[\s\S]*Sonrió todo el tiempo/);
    const told = await ana.sends(card, 'recognition.send', send?.data ?? {});
    assert.match(JSON.stringify(told), /cambió después de esta vista previa/);
    assert.deepEqual(verbs(ana.card).includes('recognition.undo'), false);
  });

  it('is taken back within two minutes, and can be corrected and sent', async () => {
    const card = await sent();
    const id = idOn(ana, card, 'recognition.undo');
    await ana.taps('recognition.undo', {}, { message: card });
    assert.match(textOf(ana.cardOf(card)), /No se le envió a nadie[\s\S]*Le explicó tres veces/);
    clock.forward(121_000);
    await brings(id);
    const better = `${DEED} Y lo hizo sonriendo.`;
    const form = await ana.opensForm('recognition.start', card);
    assert.equal(inputValues(form).message, DEED);
    assert.equal(inputValues(form).likely, carlos.person.id);
    const closed = await ana.submitsForm(card, form, { message: better });
    assert.equal(closed.kind, 'closed');
    const again = await ana.sees('Así lo verá', better);
    await ana.taps('recognition.send', {}, { message: again });
    await delivers(ana, again);
    await carlos.sees('¡Te reconocieron!', better);
    assert.equal(carlos.received.filter((one) => one.card && textOf(one.card).includes(DEED)).length, 1);
    const late = await ana.sends(again, 'recognition.undo', { id: idOn(ana, again, 'recognition.undo') });
    assert.match(JSON.stringify(late), /Ya pasaron los dos minutos/);
  });

  describe('that is gone on with in words', () => {
    const written = () => {
      const { likely, attribute, message, public: isPublic } = inputValues(ana.card);
      return { likely, attribute, message, isPublic };
    };

    it('changes as the words say, and is previewed, not sent', async () => {
      await ana.writes('quiero felicitar a Luis, recibió a una usuaria perdida y la llevó hasta su cita');
      await ana.writes('es por facilidad');
      assert.equal(written().attribute, 'facilidad');
      await ana.writes('ponle que además le anotó el teléfono de la sede 📞');
      assert.match(String(written().message), /hasta su cita\. Además le anotó el teléfono de la sede 📞$/);
      await ana.writes('que sí se pueda publicar');
      assert.equal(written().isPublic, 'true');
      await ana.writes('sin publicar, mejor');
      assert.equal(written().isPublic, 'false');
      await ana.writes('no, es para Carlos');
      assert.equal(written().likely, carlos.person.id);
      await ana.writes('listo');
      assert.match(textOf(ana.card), /Así lo verá[\s\S]*Carlos Colaborador[\s\S]*Facilidad/);
      const before = ana.last;
      await ana.writes('envíalo');
      assert.notEqual(ana.last.id, before.id);
      assert.ok(verbs(ana.card).includes('recognition.send'), 'the preview once more');
      await ana.writes('agrega que sonrió todo el tiempo');
      assert.match(textOf(ana.card), /Así lo verá[\s\S]*Sonrió todo el tiempo/);
      await ana.taps('recognition.send');
      assert.match(textOf(ana.card), /✓ Tu reconocimiento es para/);
    });

    it('says so when the words name nothing of the form', async () => {
      await ana.writes('quiero felicitar a Luis, recibió a una usuaria perdida y la llevó hasta su cita');
      await ana.writes('no era la usuaria, era la hija');
      assert.match(textOf(ana.card), /No supe qué cambiar/);
      assert.match(String(written().message), /usuaria perdida/);
    });

    it('is one tap away from being deleted, and over then', async () => {
      await previewed();
      await ana.writes('bórralo');
      assert.deepEqual(verbs(ana.card), ['recognition.discard']);
      await ana.taps('recognition.discard');
      assert.match(textOf(ana.card), /No se envió nada/);
      await ana.writes('ponle que sonrió todo el tiempo');
      assert.doesNotMatch(textOf(ana.card), /Así lo verá/);
    });
  });

  it('is refused with a reason for oneself, the same person again, offensive words, and people who are not there', async () => {
    const form = await ana.writes('reconocer');
    const tries = async (more: Record<string, string>) => {
      const again = await ana.writes('reconocer');
      await ana.taps('recognition.send', words(more), { message: again });
      return textOf(ana.cardOf(again));
    };
    assert.match(await tries({ likely: '', person: ana.person.id }), /a ti no te lo puedes enviar/);
    assert.match(await tries({ likely: '' }), /Falta a quién/);
    assert.match(await tries({ attribute: 'apatia' }), /Falta el atributo/);
    assert.match(await tries({ message: 'Muy bien todo.' }), /y van 14\./);
    assert.match(await tries({ message: 'x'.repeat(501) }), /y van 501\./);
    const rude = await tries({ message: 'Por fin hizo algo bien ese malparido de la ventanilla.' });
    assert.match(rude, /Dilo de otra forma[\s\S]*malparido/);
    assert.match(
      await tries({ likely: '', person: '00000000-0000-4000-8000-0000000000ff' }),
      /no la encuentro en el directorio/,
    );
    await luis.writes('estoy de vacaciones hasta el 30 de diciembre');
    await luis.taps('away.set');
    assert.match(await tries({ likely: '', person: luis.person.id }), /Luis Líder[\s\S]*no está hasta el/);
    await ana.taps('recognition.send', words(), { message: form });
    await ana.taps('recognition.send', {}, { message: form });
    assert.match(await tries({}), /Ya reconociste a[\s\S]*Carlos[\s\S]*hace menos de una semana/);
  });

  it('never passes five people a week, also when two are sent at the same time', async () => {
    const other = ['Luis', 'Marta', 'Diana', 'Teresa', 'Hernán', 'Paula'].map(
      (name) => world.person(name).person.id,
    );
    const six = await ana.writes('reconocer');
    await ana.taps('recognition.send', words({ likely: '', person: other.join(',') }), { message: six });
    assert.match(textOf(ana.cardOf(six)), /cinco personas como máximo/);
    const one = await previewed(ana, { likely: '', person: other.slice(0, 3).join(',') });
    const two = await previewed(ana, { likely: '', person: other.slice(3, 6).join(',') });
    const send = (card: ChatMessage) => ana.taps('recognition.send', {}, { message: card });
    await Promise.all([send(one), send(two)]);
    const shown = [one, two].map((card) => textOf(ana.cardOf(card)));
    assert.equal(shown.filter((text) => text.includes('✓ Tu reconocimiento')).length, 1);
    assert.equal(shown.filter((text) => /te quedan 2/.test(text)).length, 1);
  });

  it('points at a document or a telephone before it is sent', async () => {
    const card = await previewed(ana, {
      message: 'Ayudó a la señora de la cédula 52.345.678 a pedir su cita.',
    });
    assert.match(textOf(ana.cardOf(card)), /parece un documento[\s\S]*52\.345\.678/);
  });

  it('is published only when its person says yes, and leaves the channel when they take it away', async () => {
    await world.inChannel('Ana').writes('hola');
    const card = await received({ public: 'true' });
    await carlos.until(() => (verbs(carlos.cardOf(card)).includes('recognition.publish') ? true : undefined));
    assert.match(textOf(carlos.cardOf(card)), /publicarlo en/);
    assert.equal(inChannel().length, 0);
    await carlos.taps('recognition.publish', {}, { message: card, with: { agree: 'yes' } });
    assert.match(textOf(carlos.cardOf(card)), /✓ Aceptaste publicarlo/);
    const post = await world.inChannel('Carlos').sees('Reconocimiento para', 'Carlos Colaborador', DEED);
    await carlos.taps('recognition.remove', {}, { message: card });
    assert.match(textOf(carlos.cardOf(card)), /Quitaste este reconocimiento/);
    await carlos.until(
      () => (world.chats.find(post.conversationId, post.id) ? undefined : true),
      'the post stays',
    );
    await luis.sees('Este reconocimiento ya no está');
    await ana.sees('Este reconocimiento ya no está');
    assert.doesNotMatch(
      textOf(carlos.cardOf(await carlos.writes('mis reconocimientos'))),
      /explicó tres veces/,
    );
  });

  it('is not published when its person says no, and nobody learns of it', async () => {
    await world.inChannel('Ana').writes('hola');
    const card = await received({ public: 'true' });
    const before = ana.received.length;
    await carlos.taps('recognition.publish', {}, { message: card, with: { agree: 'no' } });
    assert.ok(!verbs(carlos.cardOf(card)).includes('recognition.publish'));
    await ana.sends(card, 'recognition.publish', {
      id: idOn(carlos, card, 'recognition.remove'),
      agree: 'yes',
    });
    assert.equal(inChannel().length, 0);
    assert.equal(ana.received.length, before);
  });

  it('stands in the lists of who got it, who gave it and who leads them', async () => {
    const empty = await carlos.writes('mis reconocimientos');
    assert.match(textOf(carlos.cardOf(empty)), /Todavía no tienes ninguno/);
    await received();
    const got = await carlos.writes('mis reconocimientos');
    assert.match(textOf(carlos.cardOf(got)), /que recibiste[\s\S]*Ana Colaboradora[\s\S]*explicó tres veces/);
    const given = await ana.writes('mis reconocimientos');
    await ana.taps('recognitions.mine', {}, { message: given, with: { of: 'given' } });
    assert.match(textOf(ana.cardOf(given)), /que diste[\s\S]*Carlos Colaborador[\s\S]*explicó tres veces/);
    const team = await luis.writes('reconocimientos del equipo');
    assert.match(textOf(luis.cardOf(team)), /de tu equipo[\s\S]*Carlos[\s\S]*Ana[\s\S]*explicó tres veces/);
    assert.match((await ana.writes('reconocimientos del equipo')).text ?? '', /para quienes lideran/);
  });

  it('stands on the page of who got it, who gave it and who leads them, with the way to the chat', async () => {
    await received();
    const section = '/app/reconocimientos';
    const got = await (await visit(world, 'Carlos')).get(section);
    assert.match(
      readOf(got),
      /que recibiste [\s\S]*De Ana Colaboradora .*explicó tres veces.* Abrir en el chat/,
    );
    assert.ok(
      got.text.includes('message=mis+reconocimientos') || got.text.includes('message=mis%20reconocimientos'),
    );
    const given = readOf(await (await visit(world, 'Ana')).get(section));
    assert.match(
      given,
      /Todavía no tienes ninguno[\s\S]*que diste [\s\S]*Carlos Colaborador .*explicó tres veces/,
    );
    assert.doesNotMatch(given, /de tu equipo/);
    const leader = await visit(world, 'Luis');
    assert.match(
      readOf(await leader.get(section)),
      /de tu equipo [\s\S]*Carlos Colaborador De Ana .*explicó tres/,
    );
    assert.match(readOf(await leader.get(`${section}?periodo=2026-Q3`)), /En este periodo no hay ninguno/);
    assert.match(readOf(await leader.get(`${section}?q=senora+paciencia`)), /1 resultado/);
    assert.doesNotMatch(readOf(await (await visit(world, 'Marta')).get(section)), /explicó tres/);
  });

  it('is offered to who closed a case, with nothing of the case in it', async () => {
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: LOW, confidential: 'true' });
    await sendReport(ana);
    const card = await luis.sees('HUM-', 'Reportado, por aceptar');
    await luis.taps('case.accept', {}, { message: card });
    assert.ok(!verbs(luis.cardOf(card)).includes('recognition.start'));
    await luis.taps('case.close', { outcomes: 'process', summary: 'Se cambió el aviso.' }, { message: card });
    const form = await luis.opensForm('recognition.start', card);
    // Whoever reported is in the list as all of the team: a list without them would tell who it was.
    assert.doesNotMatch(JSON.stringify(form), /ventanilla|HUM-/);
    assert.deepEqual([inputValues(form).likely, inputValues(form).message], ['', '']);
    const own = await opensCase(ana, luis.cardOf(card));
    assert.ok(!verbs(ana.cardOf(own)).includes('recognition.start'), 'who reported is not asked to thank');
  });

  it('is nothing of anybody else: not its draft, nor the decision about it', async () => {
    const card = await previewed();
    const id = idOn(ana, card, 'recognition.discard');
    const other = await luis.writes('hola');
    for (const verb of ['recognition.send', 'recognition.undo', 'recognition.discard', 'recognition.start']) {
      const refused = await luis.sends(other, verb, { verb, id, revision: 1 });
      assert.doesNotMatch(JSON.stringify(refused), /explicó tres/, verb);
    }
    await ana.taps('recognition.send', {}, { message: card });
    await delivers(ana, card);
    await carlos.sees('¡Te reconocieron!');
    for (const verb of ['recognition.publish', 'recognition.remove', 'recognition.open']) {
      const refused = await luis.sends(other, verb, { verb, id: `${id}.${carlos.person.id}`, agree: 'yes' });
      assert.doesNotMatch(JSON.stringify(refused), /explicó tres/, verb);
    }
    assert.match(textOf(carlos.cardOf(await carlos.writes('mis reconocimientos'))), /explicó tres/);
  });
});
