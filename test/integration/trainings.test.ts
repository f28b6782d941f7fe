import assert from 'node:assert/strict';
import type { ChatMessage } from '../../src/local/chats.js';
import { activity, execute } from '../support/activities.js';
import { inputValues, parts, textOf, verbs } from '../support/cards.js';
import {
  announce,
  channelCard,
  channelMessage,
  close,
  codesOf,
  HandClock,
  PLAN,
  rowsUnder,
  urlsOn,
} from '../support/trainings.js';
import { World } from '../support/world.js';

describe('a training, in Teams', () => {
  let world: World;
  let clock: HandClock;
  beforeEach(async () => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now });
  });
  afterEach(() => world.close());

  /** Sends a tap by Ana in the channel, from a client that falls back to Action.Submit. */
  const submit = ({ id: replyToId }: ChatMessage, value: Record<string, unknown>) => {
    const { id } = world.inChannel('Ana').conversation;
    const conversation = { id, conversationType: 'channel' };
    return world.post(activity(world, { conversation, replyToId, value, text: undefined }));
  };

  it('goes from the announcement to the final card', async () => {
    const { id } = await announce(world);
    const carlos = world.inChannel('Carlos');
    assert.match(
      textOf(channelCard(carlos)),
      /martes, 24 de noviembre, 9:00\u00a0a\.\u00a0m\. a 11:00\u00a0a\.\u00a0m\./,
    );
    assert.match(textOf(channelCard(carlos)), /Todavía nadie se ha registrado/);

    clock.forward(31 * 60_000);
    assert.deepEqual(await carlos.taps('attendance.register', {}, { message: channelMessage(carlos) }), {
      kind: 'card',
    });
    await world.inChannel('Ana').sees('1 persona registrada');
    const { screen } = await codesOf(world, id, clock.now());
    const answer = await world.person('Ana').writes(`asistencia ${screen.toLowerCase()}`);
    assert.match(
      textOf(world.person('Ana').cardOf(answer)),
      /Quedó registrada a las 9:31\u00a0a\.\u00a0m\., hora de Bogotá/,
    );

    await close(world, id);
    await world.inChannel('Ana').sees('Registro cerrado', 'Asistieron 2 personas');
    assert.deepEqual(verbs(channelCard(world.inChannel('Ana'))), []);
    const teresa = world.person('Teresa');
    assert.match(textOf(teresa.card), /botón de la tarjeta · fuera de la pantalla · verificado por Teams/);
    assert.match(textOf(teresa.card), /código por Teams · código de la pantalla · verificado por Teams/);
    assert.match(textOf(teresa.card), /1 registro se hizo fuera del código de la pantalla/);
  });

  it('can be announced from the message box of a channel', async () => {
    const teresa = world.inChannel('Teresa');
    const opened = await teresa.opensDialog('training.start');
    assert.equal(opened.kind, 'card');
    const form = opened.kind === 'card' ? opened.card : {};
    assert.equal(inputValues(form).trainer, teresa.person.id, 'filled in with themselves');
    assert.deepEqual(verbs(form), [], 'a dialog takes Action.Submit only');

    const wrong = await teresa.submitsDialog('training.start', form, { ...PLAN, endsAt: '08:00' });
    assert.match(textOf(wrong.kind === 'card' ? wrong.card : {}), /anterior a la de empezar/);
    const again = wrong.kind === 'card' ? wrong.card : {};
    assert.equal(inputValues(again).title, PLAN.title, 'what was typed is kept');
    assert.deepEqual(await teresa.submitsDialog('training.start', again, { endsAt: '10:00' }), {
      kind: 'closed',
    });
    assert.match(textOf(channelCard(teresa)), /9:00\u00a0a\.\u00a0m\. a 10:00\u00a0a\.\u00a0m\./);
    const desk = await world.person('Teresa').sees('Tu capacitación');
    assert.ok(urlsOn(world.person('Teresa').cardOf(desk)).some((url) => url.includes('/screen?key=')));
  });

  describe('that is gone on with in words', () => {
    const written = () => inputValues(world.person('Teresa').card);

    it('is filled in from the first message, and changed field by field', async () => {
      const teresa = world.person('Teresa');
      await teresa.writes(
        'quiero programar un taller de escucha activa el viernes de 8:30 a 10 en la sala 3',
      );
      const { title, day, startsAt, endsAt, place } = written();
      assert.deepEqual(
        { title, day, startsAt, endsAt, place },
        { title: 'Escucha activa', day: '2026-11-27', startsAt: '08:30', endsAt: '10:00', place: 'Sala 3' },
      );
      await teresa.writes('no, a las 2');
      assert.deepEqual([written().startsAt, written().endsAt], ['14:00', '15:30']);
      await teresa.writes('pásala para el martes');
      assert.equal(written().day, '2026-12-01');
      await teresa.writes('con cupo de 25');
      assert.equal(written().capacity, '25');
      await teresa.writes('que pida el código');
      assert.equal(written().requiresCode, 'true');
      await teresa.writes('publícala');
      assert.match(textOf(teresa.card), /Todavía no la he publicado/);
      await teresa.taps('training.create');
      assert.match(textOf(teresa.card), /Listo, publiqué la tarjeta[\s\S]*Escucha activa/);
    });

    it('is over when it is dropped', async () => {
      const teresa = world.person('Teresa');
      await teresa.writes('capacitación');
      assert.match((await teresa.writes('olvídalo')).text ?? '', /no publiqué nada/);
    });

    it('shows the card or form of the training that runs, and closes nothing by words', async () => {
      await announce(world);
      clock.forward(40 * 60_000);
      const teresa = world.person('Teresa');
      await teresa.writes('quién falta');
      assert.ok(verbs(teresa.card).includes('training.remind'));
      await teresa.writes('¿cuántos van?');
      assert.match(textOf(teresa.card), /Tu capacitación[\s\S]*Todavía nadie se ha registrado/);
      await teresa.writes('cierra la lista');
      assert.ok(verbs(teresa.card).includes('training.close'), 'it is open');
      await teresa.writes('agrega a Carlos, que sí estuvo');
      assert.equal(inputValues(teresa.card).reason, 'agrega a Carlos, que sí estuvo');
      await teresa.writes('pásame la lista en excel');
      assert.match(textOf(teresa.card), /Descargar Excel/);
    });

    it('leaves the words of others alone', async () => {
      await announce(world);
      clock.forward(40 * 60_000);
      const ana = world.person('Ana');
      await ana.writes('quién falta');
      assert.ok(!JSON.stringify(ana.last).includes('training.remind'));
    });
  });

  it('counts in the month of its corrected day, after the first day could not be posted', async () => {
    const teresa = world.inChannel('Teresa');
    const opened = await teresa.opensDialog('training.start');
    const form = opened.kind === 'card' ? opened.card : {};
    world.chats.conversations.delete(teresa.conversation.id);
    const plan = { ...PLAN, day: '2026-12-01' };
    const refused = await teresa.submitsDialog('training.start', form, plan);
    world.chats.conversations.set(teresa.conversation.id, teresa.conversation);
    const again = refused.kind === 'card' ? refused.card : {};
    assert.match(textOf(again), /No pude publicar en ese canal/);
    assert.deepEqual(await teresa.submitsDialog('training.start', again, { day: PLAN.day }), {
      kind: 'closed',
    });
    const hernan = world.person('Hernán');
    await hernan.writes('cobertura');
    assert.match(textOf(hernan.card), /noviembre de 2026\n.*de 1 capacitación/);
    await hernan.sends(hernan.last, 'trainings.coverage', { verb: 'trainings.coverage', month: '2026-12' });
    assert.match(textOf(hernan.card), /diciembre de 2026\n.*de 0 capacitaciones/);
  });

  it('turns its form in the channel into its card when the bot was mentioned there', async () => {
    const teresa = world.inChannel('Teresa');
    const form = await teresa.writes('capacitación');
    await teresa.taps('training.create', PLAN, { message: form });
    const ana = world.inChannel('Ana');
    await ana.sees('Capacitación · registro de asistencia');
    assert.equal(channelMessage(ana).id, form.id);
  });

  it('is posted once when the form is sent twice', async () => {
    const teresa = world.person('Teresa');
    const form = await teresa.writes('capacitación');
    const sent = { ...inputValues(teresa.card), ...PLAN, id: idOf(teresa.cardOf(form)) };
    await teresa.sends(form, 'training.create', { verb: 'training.create', ...sent });
    await teresa.sends(form, 'training.create', { verb: 'training.create', ...sent });
    assert.equal(announced(world), 1);
  });

  for (const [name, changes, expected] of [
    ['an end before the start', { endsAt: '08:59' }, /anterior a la de empezar/],
    ['no title', { title: '  ' }, /título de al menos 3/],
    ['a day in the past', { day: '2026-11-23' }, /ya habría terminado/],
    ['a day more than a year away', { day: '2029-01-01' }, /más de un año/],
    ['an invalid day', { day: 'mañana' }, /Elige el día/],
    ['an invalid time', { startsAt: '25:00' }, /a qué hora empieza/],
    ['an invalid number of seats', { capacity: '-3' }, /El cupo es un número/],
    ['more than twelve hours', { startsAt: '09:00', endsAt: '21:01' }, /12 horas/],
    ['a channel without the bot', { channel: '19:other@thread.tacv2' }, /canales donde estoy/],
    ['a trainer without the role', { trainer: '00000000-0000-4000-8000-000000000001' }, /rol de capacitador/],
  ] as const) {
    it(`refuses ${name}, and keeps what was typed`, async () => {
      const teresa = world.person('Teresa');
      const form = await teresa.writes('capacitación');
      await teresa.taps('training.create', { ...PLAN, ...changes }, { message: form });
      assert.match(textOf(teresa.cardOf(form)), expected);
      assert.equal(inputValues(teresa.cardOf(form)).place, PLAN.place);
      assert.equal(announced(world), 0);
    });
  }

  it('cannot be announced without the trainer role', async () => {
    const ana = world.person('Ana');
    assert.match((await ana.writes('capacitación')).text ?? '', /rol de capacitador/);
    const said = await ana.sends(ana.last, 'training.create', { verb: 'training.create', ...PLAN, id: ID });
    assert.match(said.kind === 'sentence' ? said.text : '', /rol de capacitador/);
  });

  it('says why a registration is refused, and accepts it later after an early attempt', async () => {
    const { id } = await announce(world, { startsAt: '10:00' });
    const ana = world.inChannel('Ana');
    const tap = async () => {
      const outcome = await ana.taps('attendance.register', {}, { message: channelMessage(ana) });
      return outcome.kind === 'sentence' ? outcome.text : outcome.kind;
    };
    assert.match(await tap(), /Todavía no empieza.*24 de noviembre, 10:00\u00a0a\.\u00a0m\./);
    const early = await codesOf(world, id, clock.now());
    const scanned = await world.person('Ana').writes(`asistencia ${early.screen}`);
    assert.match(textOf(world.person('Ana').cardOf(scanned)), /Todavía no empieza/);

    clock.set('2026-11-24T15:00:00Z');
    assert.equal(await tap(), 'card');
    assert.match(textOf(ana.cardOf(channelMessage(ana))), /10:00\u00a0a\.\u00a0m\., hora de Bogotá/);

    clock.set('2026-11-24T16:30:00Z');
    const carlos = world.inChannel('Carlos');
    await carlos.taps('attendance.register', {}, { message: channelMessage(carlos) });
    clock.set('2026-11-24T16:30:00.001Z');
    const luis = world.inChannel('Luis');
    const late = await luis.taps('attendance.register', {}, { message: channelMessage(luis) });
    assert.match(
      late.kind === 'sentence' ? late.text : '',
      /El registro ya terminó.*11:30\u00a0a\.\u00a0m\./,
    );
    const message = channelMessage(luis);
    await close(world, id);
    const closed = await luis.sends(message, 'attendance.register', { verb: 'attendance.register', id });
    assert.match(closed.kind === 'sentence' ? closed.text : '', /cerrado/);
    assert.equal((await rowsUnder(world, id, 'attendee:')).length, 2);
  });

  it('counts a person once who registers several times in different ways', async () => {
    const { id } = await announce(world);
    const ana = world.inChannel('Ana');
    const { screen, card } = await codesOf(world, id, clock.now());
    const message = channelMessage(ana);
    const data = { verb: 'attendance.register', id };
    await Promise.all(Array.from({ length: 5 }, () => ana.sends(message, 'attendance.register', data)));
    clock.forward(60_000);
    await world.person('Ana').writes(`asistencia ${card}`);
    assert.match(textOf(world.person('Ana').card), /Ya estabas en la lista.*9:00\u00a0a\.\u00a0m\./s);
    assert.equal((await rowsUnder(world, id, 'attendee:')).length, 1);
    assert.notEqual(screen, card);
  });

  it('never registers more people than there are seats', async () => {
    const { id } = await announce(world, { capacity: '3' });
    const message = channelMessage(world.inChannel('Ana'));
    const outcomes = await Promise.all(
      ['Ana', 'Luis', 'Marta', 'Carlos', 'Diana', 'Hernán'].map((name) =>
        world.inChannel(name).sends(message, 'attendance.register', { verb: 'attendance.register', id }),
      ),
    );
    const refused = outcomes.filter((outcome) => outcome.kind === 'sentence');
    assert.equal(refused.length, 3);
    for (const { text } of refused) assert.match(text, /El cupo está lleno/);
    assert.equal((await rowsUnder(world, id, 'attendee:')).length, 3);
    await world.inChannel('Ana').sees('de un cupo de 3');
  });

  it('accepts only the code on the screen when the trainer requires it', async () => {
    const { id } = await announce(world, { requiresCode: 'true' });
    const ana = world.inChannel('Ana');
    const { screen, card } = await codesOf(world, id, clock.now());
    const tap = (code: string) => ana.taps('attendance.register', { code }, { message: channelMessage(ana) });
    for (const [code, expected] of [
      ['', /Falta el código/],
      ['CCCCCC', /no es de ninguna/],
      [card, /Falta el código/],
    ] as const) {
      const outcome = await tap(code);
      assert.match(outcome.kind === 'sentence' ? outcome.text : '', expected);
    }
    assert.doesNotMatch(
      JSON.stringify(channelCard(ana)),
      new RegExp(card),
      'the card shows no code that is not taken',
    );
    clock.forward(20_000);
    assert.deepEqual(await tap(screen), { kind: 'card' }, 'the code before is good for one turn');
    clock.forward(20_000);
    const late = await world.person('Luis').writes(`asistencia ${screen}`);
    assert.match(textOf(world.person('Luis').cardOf(late)), /Ese código ya cambió/);
  });

  it('takes a right code after any number of wrong ones, and refuses only more wrong ones', async () => {
    const { id } = await announce(world);
    const ana = world.person('Ana');
    const { screen } = await codesOf(world, id, clock.now());
    const seen: string[] = [];
    for (let guess = 0; guess < 100; guess++) {
      const data = { verb: 'attendance.register', id, code: `C${String(guess).padStart(5, '2')}` };
      const outcome = await ana.sends(ana.last, 'attendance.register', data);
      seen.push(outcome.kind === 'sentence' ? outcome.text : outcome.kind);
    }
    assert.equal(seen.filter((text) => text.startsWith('Ese código no es')).length, 10);
    assert.equal(seen.filter((text) => text.startsWith('Demasiados códigos errados')).length, 90);
    const wrong = await ana.writes('asistencia CCCCCC');
    assert.match(textOf(ana.cardOf(wrong)), /Demasiados códigos errados/);
    assert.equal((await rowsUnder(world, id, 'attendee:')).length, 0);
    const right = await ana.writes(`asistencia ${screen}`);
    assert.match(textOf(ana.cardOf(right)), /Asistencia registrada/);
    const warnings = world.logLines.filter((line) => line.includes('many wrong codes'));
    assert.deepEqual(warnings.length, 1);
    assert.match(warnings[0] ?? '', new RegExp(ana.person.id));
  });

  it('does not count an expired code as a guess', async () => {
    const { id } = await announce(world);
    const { screen: old } = await codesOf(world, id, clock.now());
    clock.forward(60_000);
    const ana = world.person('Ana');
    for (let scan = 0; scan < 11; scan++) {
      assert.match(textOf(ana.cardOf(await ana.writes(`asistencia ${old}`))), /Ese código ya cambió/);
    }
  });

  it('answers a question about attendance as a question', async () => {
    const answer = await world.person('Ana').writes('¿Cómo registro la asistencia a las capacitaciones?');
    assert.doesNotMatch(JSON.stringify(answer), /Ese código/);
    assert.match((await world.person('Ana').writes('asistencia')).text ?? '', /asistencia 7F3K2Q/);
  });

  it('cannot be managed, closed, exported or corrected by other people', async () => {
    const { id } = await announce(world);
    const ana = world.person('Ana');
    for (const verb of [
      'training.manage',
      'training.close',
      'training.reopen',
      'training.require',
      'training.screen',
      'training.newScreen',
      'training.export',
      'training.missing',
      'training.remind',
      'training.correct',
      'attendance.correct',
      'training.check',
    ]) {
      const outcome = await ana.sends(ana.last, verb, { verb, id, reason: 'porque sí' });
      assert.match(outcome.kind === 'sentence' ? outcome.text : verb, /No encontré esa capacitación/);
    }
    assert.ok(world.logLines.some((line) => line.includes('training not theirs')));
    assert.doesNotMatch(textOf(channelCard(world.inChannel('Ana'))), /cerrado/);
  });

  it('refuses people of another tenant, and stores nothing about them', async () => {
    const { id } = await announce(world);
    const tenant = '11111111-1111-4111-8111-111111111111';
    const outside = { channelData: { tenant: { id: tenant } } };
    const data = { verb: 'attendance.register', id };
    const response = await world.post(execute(world, { verb: 'attendance.register', data }, outside));
    assert.match(await response.text(), /colaboradores de la organización/);
    assert.equal((await rowsUnder(world, id, 'attendee:')).length, 0);
  });

  it('survives forged ids and values', async () => {
    const ana = world.person('Ana');
    for (const id of [ID, '../../etc', "' or 1 eq 1", '', 7]) {
      const outcome = await ana.sends(ana.last, 'attendance.register', { verb: 'attendance.register', id });
      assert.equal(outcome.kind, 'sentence');
    }
    const odd = activity(world, {
      type: 'invoke',
      name: 'composeExtension/submitAction',
      text: undefined,
      value: 7,
    });
    assert.equal((await world.post(odd)).status, 200);
  });

  it('shows an attendee the confirmation again when Teams refreshes the card', async () => {
    const { id } = await announce(world);
    const ana = world.inChannel('Ana');
    await ana.taps('attendance.register', {}, { message: channelMessage(ana) });
    await ana.sees('1 persona registrada');
    await ana.sends(channelMessage(ana), 'training.view', { verb: 'training.view', id });
    assert.match(textOf(channelCard(ana)), /Asistencia registrada/);
    const luis = world.inChannel('Luis');
    await luis.sends(channelMessage(luis), 'training.view', { verb: 'training.view', id });
    assert.doesNotMatch(textOf(channelCard(luis)), /Asistencia registrada/);
  });

  it('does not change the shared card for a client without Action.Execute', async () => {
    const { id } = await announce(world);
    const [ana, luis] = [world.inChannel('Ana'), world.inChannel('Luis')];
    const card = channelMessage(ana);
    await submit(card, { verb: 'attendance.register', id });
    await luis.sees('Asistencia registrada. Quedó registrada a las 9:00');
    await luis.sees('1 persona registrada');
    assert.doesNotMatch(textOf(luis.cardOf(card)), /Asistencia registrada/);

    const teresa = world.person('Teresa');
    await teresa.sends(teresa.last, 'training.check', { verb: 'training.check', id });
    const check = await luis.sees('Tres preguntas de lo aprendido');
    const before = textOf(luis.cardOf(check));
    await submit(check, { ...firstChoices(check.card ?? {}), verb: 'training.answer', id });
    await luis.sees('Tus respuestas quedaron registradas');
    assert.equal(textOf(luis.cardOf(check)), before, 'nobody sees how Ana did');
    assert.ok(luis.received.every(({ text = '' }) => !text.includes('Acertaste')));
  });

  it('shows the code of its card as a picture, and records that it is not the screen’s code', async () => {
    const { id } = await announce(world);
    const ana = world.inChannel('Ana');
    const { card } = await codesOf(world, id, clock.now());
    assert.match(textOf(channelCard(ana)), new RegExp(card));
    assert.ok(
      parts(channelCard(ana)).some(
        ({ type, url }) => type === 'Image' && String(url).endsWith(`/qr.png?code=${card}`),
      ),
    );
    await world.person('Ana').writes(`Asistencia: ${card.slice(0, 3)} ${card.slice(3)}`);
    const [row] = await rowsUnder(world, id, 'attendee:');
    assert.deepEqual([row?.means, row?.rotating, row?.verified], ['typed', false, true]);
  });
});

const ID = '00000000-0000-4000-8000-00000000c0de';

/** The number of trainings in the channel. */
const announced = (world: World) =>
  world.inChannel('Ana').received.filter(({ card }) => card && textOf(card).includes('Capacitación ·'))
    .length;

/** The first option of each choice on a card, by input id. */
function firstChoices(card: object): Record<string, string> {
  const inputs = parts(card).filter(({ type }) => type === 'Input.ChoiceSet');
  return Object.fromEntries(
    inputs.map(({ id, choices }) => [String(id), String((choices as { value: string }[])[0]?.value)]),
  );
}

function idOf(card: object): string {
  const action = parts(card).find(({ verb }) => verb === 'training.create');
  return String((action?.data as { id?: string } | undefined)?.id);
}
