import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import type { ActionOutcome } from '../../src/local/client.js';
import { buttons, inputIds, parts, textOf } from '../support/cards.js';
import {
  announce,
  channelMessage,
  close,
  codesOf,
  DECLARED,
  HandClock,
  openForm,
  PLAN,
  register,
  rowsUnder,
  sendForm,
  urlsOn,
} from '../support/trainings.js';
import { sheetNamed } from '../support/workbook.js';
import { World } from '../support/world.js';

describe('the trainer’s desk', () => {
  let world: World;
  let clock: HandClock;
  beforeEach(async () => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now });
  });
  afterEach(() => world.close());

  const desk = async (verb: string, id: string, data: Record<string, unknown> = {}) => {
    const teresa = world.person('Teresa');
    return teresa.sends(teresa.last, verb, { verb, id, ...data });
  };
  const sentence = (outcome: ActionOutcome) => (outcome.kind === 'sentence' ? outcome.text : '');
  const idOf = (name: string) => world.person(name).person.id;

  it('names the missing members of the channel, and reminds each of them once', async () => {
    const { id } = await announce(world);
    await register(world, 'Ana', id);
    await register(world, 'Luis', id);
    await desk('training.missing', id);
    const teresa = world.person('Teresa');
    const card = textOf(teresa.card);
    assert.match(card, /Del canal faltan 5 personas/);
    assert.deepEqual(
      [
        'Carlos Colaborador',
        'Diana Suplente',
        'Hernán Humanización',
        'Marta Gerente',
        'Paula Protección',
      ].filter((name) => card.includes(name)).length,
      5,
    );
    assert.doesNotMatch(card, /Ana Colaboradora|Teresa/);

    assert.match(sentence(await teresa.taps('training.remind')), /5 personas/);
    for (const name of ['Marta', 'Carlos', 'Diana', 'Hernán', 'Paula']) {
      await world.person(name).sees('Todavía no has registrado tu asistencia');
    }
    assert.match(sentence(await teresa.taps('training.remind')), /Ya les escribí a todas/);
    const carlos = world.person('Carlos');
    await carlos.sees('Todavía no has registrado tu asistencia');
    await carlos.taps('attendance.register');
    assert.match(textOf(carlos.card), /Asistencia registrada/);
    await world.close();
    for (const name of ['Marta', 'Diana', 'Hernán', 'Paula']) {
      const reminders = world
        .person(name)
        .received.filter(({ card: sent }) => sent && textOf(sent).includes('Capacitación ·'));
      assert.equal(reminders.length, 1, name);
    }
    assert.equal(
      world.person('Ana').received.filter(({ card: sent }) => sent && textOf(sent).includes('Capacitación ·'))
        .length,
      0,
    );
  });

  it('does not name a member who registered on the form with the e-mail of the directory', async () => {
    const { id } = await announce(world);
    const { ticket } = await openForm(world, id, (await codesOf(world, id, clock.now())).screen);
    const { name, email } = world.person('Carlos').person;
    const declared = { ...DECLARED, name: 'Carlos C.', contact: ` ${email.toUpperCase()} `, ticket };
    await sendForm(`${world.address}/trainings/${id}/attend`, declared);
    await desk('training.missing', id);
    const card = textOf(world.person('Teresa').card);
    assert.match(card, /Del canal faltan 6 personas/);
    assert.ok(!card.includes(name));
    assert.match(sentence(await desk('training.remind', id)), /a 6 personas/);
  });

  it('repeats a reminder only to people whom it certainly did not reach', async () => {
    const { id } = await announce(world);
    const [carlos, marta] = [world.person('Carlos'), world.person('Marta')];
    world.chats.conversations.delete(carlos.conversation.id);
    const record = world.chats.record.bind(world.chats);
    world.chats.record = (event) => {
      record(event);
      const isForMarta = event.kind === 'posted' && event.message.conversationId === marta.conversation.id;
      if (isForMarta) throw new Error('the answer is lost');
    };
    assert.match(sentence(await desk('training.remind', id)), /Les escribo en privado a 7 personas/);
    await world.person('Luis').sees('Todavía no has registrado tu asistencia');
    await world.logged(new RegExp(`not reminded.*${carlos.person.id}|${carlos.person.id}.*not reminded`));
    await world.logged(new RegExp(`not reminded.*${marta.person.id}|${marta.person.id}.*not reminded`));
    world.chats.record = record;
    world.chats.conversations.set(carlos.conversation.id, carlos.conversation);

    assert.match(sentence(await desk('training.remind', id)), /Le escribo en privado a 1 persona\./);
    await carlos.sees('Todavía no has registrado tu asistencia');
  });

  it('reminds nobody before the start and after the end, and says why', async () => {
    const { id } = await announce(world, { startsAt: '10:00' });
    const remind = async () => sentence(await desk('training.remind', id));
    assert.match(
      await remind(),
      /el registro abre el 24 de noviembre, 10:00\u00a0a\.\u00a0m\., hora de Bogotá/,
    );
    clock.set('2026-11-24T16:30:00.001Z');
    assert.match(await remind(), /el registro ya terminó.*Ciérralo/);
    assert.equal((await rowsUnder(world, id, 'reminder:')).length, 0);
    await close(world, id);
    assert.match(await remind(), /Les escribo en privado a 7 personas/);
    await world.person('Carlos').sees('No quedó registrada tu asistencia');
  });

  it('keeps the words of a reminder when its card refreshes itself', async () => {
    const { id } = await announce(world);
    await desk('training.remind', id);
    const carlos = world.person('Carlos');
    await carlos.sees('Todavía no has registrado tu asistencia');
    const { refresh } = carlos.card as { refresh: { action: { verb: string; data: object } } };
    await carlos.sends(carlos.last, refresh.action.verb, {
      verb: refresh.action.verb,
      ...refresh.action.data,
    });
    assert.match(textOf(carlos.card), /Todavía no has registrado tu asistencia/);
    await carlos.taps('attendance.register');
    assert.match(textOf(carlos.card), /Asistencia registrada/);
    assert.doesNotMatch(textOf(carlos.card), /Todavía no has registrado/);
  });

  it('asks before it closes the registration', async () => {
    await announce(world);
    const teresa = world.person('Teresa');
    const first = parts(teresa.card).find(({ title }) => title === 'Cerrar el registro');
    assert.equal(first?.type, 'Action.ShowCard');
    assert.match(textOf(first?.card), /Nadie más podrá registrarse.*reabrirlo/);
  });

  it('opens a closed registration again, until half an hour after the end', async () => {
    const { id } = await announce(world);
    const { card: code } = await codesOf(world, id, clock.now());
    await close(world, id);
    const teresa = world.person('Teresa');
    assert.match(sentence(await register(world, 'Ana', id)), /El registro está cerrado/);
    await teresa.taps('training.reopen');
    assert.match(textOf(teresa.card), /Registro abierto de nuevo/);
    const ana = world.person('Ana');
    assert.match(textOf(ana.cardOf(await ana.writes(`asistencia ${code}`))), /Asistencia registrada/);
    assert.match(sentence(await desk('training.reopen', id)) || textOf(teresa.card), /ya estaba abierto/);

    await close(world, id);
    clock.set('2026-11-24T16:30:00.001Z');
    await desk('training.manage', id);
    assert.ok(!buttons(teresa.card).some(({ verb }) => verb === 'training.reopen'));
    assert.match(sentence(await desk('training.reopen', id)), /ya no se puede reabrir/);
  });

  it('exports the list as XLSX and as CSV, with formulas made inert', async () => {
    const { id } = await announce(world);
    await register(world, 'Ana', id);
    clock.forward(5_000);
    const { screen } = await codesOf(world, id, clock.now());
    const opened = await openForm(world, id, screen);
    const action = `${world.address}/trainings/${id}/attend`;
    const formula = '=HYPERLINK("https://evil.example";"clic")';
    await sendForm(
      action,
      { ...DECLARED, name: formula, organisation: '@SUM(1), "S.A."', ticket: opened.ticket },
      { cookie: opened.cookie },
    );
    const send = async (name: string, contact: string, headers: Record<string, string>) => {
      clock.forward(5_000);
      const { ticket } = await openForm(world, id, screen);
      await sendForm(action, { ...DECLARED, name, contact, ticket }, headers);
    };
    await send('Otra Persona', 'otra@aliado.example', { cookie: opened.cookie });
    await send('Sola Persona', 'sola@aliado.example', { cookie: `device=${'x'.repeat(22)}` });
    await send('Sin Galleta', 'sin@aliado.example', {});
    await close(world, id);
    await desk('training.export', id);
    const [xlsxUrl = '', csvUrl = ''] = urlsOn(world.person('Teresa').card);

    const csv = parse(await (await fetch(csvUrl)).text(), { bom: true }) as string[][];
    assert.deepEqual(csv.slice(1), [
      [
        'Ana Colaboradora',
        'Servicio al afiliado',
        'ana@demo.example',
        '2026-11-24 09:00:00',
        'botón de la tarjeta',
        'verificado',
        'no',
        'sin dato',
        'sin dato',
        'sí',
      ],
      [
        `'${formula}`,
        `'@SUM(1), "S.A."`,
        '1.234.567',
        '2026-11-24 09:00:05',
        'formulario web',
        'declarado',
        'sí',
        'sí',
        'sin dato',
        'sí',
      ],
      [
        'Otra Persona',
        'Transportes del Norte',
        'otra@aliado.example',
        '2026-11-24 09:00:10',
        'formulario web',
        'declarado',
        'sí',
        'sí',
        'sin dato',
        'sí',
      ],
      [
        'Sola Persona',
        'Transportes del Norte',
        'sola@aliado.example',
        '2026-11-24 09:00:15',
        'formulario web',
        'declarado',
        'sí',
        'no',
        'sin dato',
        'sí',
      ],
      [
        'Sin Galleta',
        'Transportes del Norte',
        'sin@aliado.example',
        '2026-11-24 09:00:20',
        'formulario web',
        'declarado',
        'sí',
        'sin dato',
        'sin dato',
        'sí',
      ],
    ]);

    const file = new Uint8Array(await (await fetch(xlsxUrl)).arrayBuffer());
    assert.deepEqual(sheetNamed(file, 'Asistencia'), csv, 'both say the same');
  });

  it('names an export after the day in Bogotá', async () => {
    const { id } = await announce(world, { startsAt: '19:30', endsAt: '21:00' });
    await desk('training.export', id);
    for (const url of urlsOn(world.person('Teresa').card)) {
      const name = (await fetch(url)).headers.get('content-disposition') ?? '';
      assert.match(name, /asistencia-2026-11-24\.(xlsx|csv)$/);
    }
  });

  it('serves the links of an export for ten minutes, and no changed links', async () => {
    const { id } = await announce(world);
    await desk('training.export', id);
    const [url = ''] = urlsOn(world.person('Teresa').card);
    assert.equal((await fetch(url)).status, 200);
    for (const forged of [
      url.replace(/.(?=\?)/, (sign) => (sign === 'A' ? 'B' : 'A')),
      url.replace(/.(?=\?)/, ''),
      url.replace(/[\w-]+(?=\?)/, id),
    ]) {
      assert.notEqual(forged, url);
      assert.equal((await fetch(forged)).status, 404, forged);
    }
    clock.forward(10 * 60_000);
    assert.equal((await fetch(url)).status, 404);
  });

  it('shows which people registered on one device', async () => {
    const { id } = await announce(world);
    const { screen } = await codesOf(world, id, clock.now());
    const { cookie } = await openForm(world, id, screen);
    for (const [name, contact, headers] of [
      ['Uno Aliado', '1111111', { cookie }],
      ['Dos Aliado', '2222222', { cookie }],
      ['Tres Aliado', '3333333', {}],
    ] as const) {
      const { ticket } = await openForm(world, id, screen);
      await sendForm(
        `${world.address}/trainings/${id}/attend`,
        { ...DECLARED, name, contact, ticket },
        headers,
      );
    }
    await desk('training.manage', id);
    const card = textOf(world.person('Teresa').card);
    assert.match(card, /desde un mismo dispositivo: (Uno|Dos) Aliado, (Uno|Dos) Aliado\n/);
    assert.match(card, /1 registro del formulario llegó sin dato del dispositivo/);
    assert.match(card, /Tres Aliado\n.*declarado, sin verificar · dispositivo sin dato/);
    assert.equal(card.match(/dispositivo sin dato/g)?.length, 1);
    assert.match(card, /3 personas se registraron sin Teams/);
  });

  it('names at most five people of a shared device and at most five devices', async () => {
    const { id } = await announce(world);
    const { screen } = await codesOf(world, id, clock.now());
    const sharing = [2, 2, 2, 2, 2, 2, 8];
    for (const [device, people] of sharing.entries()) {
      const { cookie } = await openForm(world, id, screen);
      for (let at = 0; at < people; at++) {
        const { ticket } = await openForm(world, id, screen);
        const declared = {
          ...DECLARED,
          name: `Persona ${'ABCDEFGH'[at]}`,
          contact: `${device}00${at}00`,
          ticket,
        };
        await sendForm(`${world.address}/trainings/${id}/attend`, declared, { cookie });
      }
    }
    await desk('training.manage', id);
    const lines = textOf(world.person('Teresa').card).split('\n');
    const shared = lines.filter((line) => line.includes('desde un mismo dispositivo'));
    assert.equal(shared.length, 5);
    assert.match(
      shared[0] ?? '',
      /dispositivo: (Persona [A-H], ){4}Persona [A-H] y 3 más: están en la exportación/,
    );
    assert.ok(
      lines.includes('2 dispositivos más se compartieron: están en la exportación'),
      lines.join('\n'),
    );
  });

  it('records each correction, also after closing', async () => {
    const { id } = await announce(world, { capacity: '2' });
    await register(world, 'Ana', id);
    await register(world, 'Luis', id);
    await close(world, id);
    const teresa = world.person('Teresa');
    const correct = async (inputs: Record<string, string>) => {
      clock.forward(1_000);
      await teresa.taps('training.correct');
      await teresa.taps('attendance.correct', inputs);
      return textOf(teresa.card);
    };
    assert.match(await correct({ kind: 'removed', person: idOf('Ana'), reason: '' }), /Escribe la razón/);
    await teresa.taps('training.manage');
    assert.match(
      await correct({ kind: 'removed', person: idOf('Carlos'), reason: 'no vino' }),
      /no está en la lista/,
    );
    await teresa.taps('training.manage');
    assert.match(
      await correct({ kind: 'added', person: idOf('Marta'), reason: 'la vi' }),
      /Agregué a Marta Gerente por encima del cupo/,
    );
    assert.match(await correct({ kind: 'added', person: idOf('Marta'), reason: 'la vi' }), /ya está en/);
    await teresa.taps('training.manage');
    assert.match(await correct({ kind: 'removed', person: idOf('Ana'), reason: 'No estuvo' }), /Quité a Ana/);
    assert.match(
      await correct({ kind: 'added', person: idOf('Carlos'), reason: '=1+1' }),
      /Agregué a Carlos/,
    );
    const rows = await rowsUnder(world, id, 'correction:');
    assert.deepEqual(rows.map(({ kind, name, byName, reason }) => [kind, name, byName, reason]).sort(), [
      ['added', 'Carlos Colaborador', 'Teresa Capacitadora', '=1+1'],
      ['added-over', 'Marta Gerente', 'Teresa Capacitadora', 'la vi'],
      ['removed', 'Ana Colaboradora', 'Teresa Capacitadora', 'No estuvo'],
    ]);
    const names = (await rowsUnder(world, id, 'attendee:')).map(({ name }) => name);
    assert.deepEqual(names.sort(), ['Carlos Colaborador', 'Luis Líder', 'Marta Gerente']);
    assert.match(textOf(teresa.card), /Hay 3 correcciones hechas a mano/);
    await world.inChannel('Ana').sees('Asistieron 3 personas');
    await desk('training.export', id);
    const [xlsx = ''] = urlsOn(teresa.card);
    const file = new Uint8Array(await (await fetch(xlsx)).arrayBuffer());
    const what = sheetNamed(file, 'Correcciones').map((row) => row[1]);
    assert.deepEqual(what.slice(1), ['agregada por encima del cupo', 'quitada', 'agregada']);
  });

  it('repairs a channel card that still says open when the registration is closed again', async () => {
    const { id } = await announce(world);
    await register(world, 'Ana', id);
    const message = channelMessage(world.inChannel('Ana'));
    const { card } = await world.inChannel('Luis').sees('1 persona registrada');
    await close(world, id);
    await world.inChannel('Luis').sees('Asistió 1 persona');
    world.chats.record({ kind: 'updated', message: { ...message, card } });
    await close(world, id);
    assert.match(textOf(world.person('Teresa').card), /ya estaba cerrado/);
    await world.inChannel('Luis').sees('Registro cerrado', 'Asistió 1 persona');
  });

  it('removes a person without Teams by the contact that they declared', async () => {
    const { id } = await announce(world);
    const { screen } = await codesOf(world, id, clock.now());
    const { ticket } = await openForm(world, id, screen);
    await sendForm(`${world.address}/trainings/${id}/attend`, { ...DECLARED, ticket });
    await desk('training.correct', id);
    const inputs = { kind: 'removed', contact: '1234567', reason: 'No es de la organización aliada' };
    await world.person('Teresa').taps('attendance.correct', inputs);
    assert.match(textOf(world.person('Teresa').card), /Quité a Pedro Aliado/);
    assert.equal((await rowsUnder(world, id, 'attendee:')).length, 0);
  });

  it('asks three questions on the policy, and shows results by question without names', async () => {
    const { id } = await announce(world);
    for (const name of ['Ana', 'Luis', 'Carlos']) await register(world, name, id);
    await desk('training.check', id);
    const posted = await world.inChannel('Ana').sees('Tres preguntas de lo aprendido');
    const ids = inputIds(world.inChannel('Ana').cardOf(posted));
    assert.deepEqual(ids, ['q1', 'q2', 'q3']);
    const firsts = Object.fromEntries(
      parts(posted.card)
        .filter(({ type }) => type === 'Input.ChoiceSet')
        .map(({ id: input, choices }) => [String(input), String((choices as { value: string }[])[0]?.value)]),
    );
    const answer = (name: string, inputs: Record<string, string>) =>
      world.inChannel(name).taps('training.answer', inputs, { message: posted });

    const early = await answer('Marta', firsts);
    assert.match(early.kind === 'sentence' ? early.text : '', /Regístrala primero/);
    const half = await answer('Ana', { q1: firsts.q1 ?? '' });
    assert.match(half.kind === 'sentence' ? half.text : '', /Responde las tres/);
    const forged = await answer('Ana', { ...firsts, q2: 'otra' });
    assert.match(forged.kind === 'sentence' ? forged.text : '', /Responde las tres/);

    await answer('Ana', firsts);
    await answer('Luis', firsts);
    const shown = textOf(world.inChannel('Ana').cardOf(posted));
    assert.match(shown, /Acertaste [0-3] de 3/);
    const score = Number(/Acertaste ([0-3]) de 3/.exec(shown)?.[1]);
    assert.equal(shown.match(/✓ Correcto/g)?.length ?? 0, score);
    await desk('training.manage', id);
    assert.match(textOf(world.person('Teresa').card), /Los resultados se ven desde 3/);
    await answer('Carlos', firsts);
    await desk('training.manage', id);
    const results = textOf(world.person('Teresa').card).match(/Pregunta \d .*: (0|3) de 3 aciertos/g) ?? [];
    assert.equal(results.length, 3);
    assert.equal(results.filter((line) => line.includes(': 3 de 3')).length, score);
    const rows = await rowsUnder(world, id, 'check:');
    assert.doesNotMatch(JSON.stringify(rows), new RegExp(idOf('Ana')));
  });

  it('shows the coverage by area and month to the humanization team only', async () => {
    const { id } = await announce(world);
    const second = await announce(world, { title: 'Segunda', startsAt: '09:00' });
    await register(world, 'Ana', id);
    await register(world, 'Ana', second.id);
    await register(world, 'Luis', id);
    await register(world, 'Marta', id);
    const hernan = world.person('Hernán');
    await hernan.writes('cobertura');
    const text = textOf(hernan.card);
    assert.match(text, /noviembre de 2026/);
    assert.match(text, /3 personas de 8 del directorio asistieron a alguna de 2 capacitaciones/);
    assert.match(text, /Servicio al afiliado\n2 de 4\n50 %/);
    assert.match(text, /Experiencia\n1 de 1\n100 %/);
    await hernan.taps('trainings.coverage', {}, { with: { month: '2026-10' } });
    assert.match(textOf(hernan.card), /octubre de 2026\n.*0 personas de 8/);
    assert.match(
      (await world.person('Teresa').writes('cobertura')).text ?? '',
      /la ve el equipo de humanización/,
    );
  });

  it('lists the trainings of a trainer, the latest first', async () => {
    await announce(world);
    await announce(world, { title: 'Una de mañana', day: '2026-11-25' });
    const teresa = world.person('Teresa');
    await teresa.writes('mis capacitaciones');
    assert.match(textOf(teresa.card), /Una de mañana[\s\S]*grupo 3/);
    await teresa.taps('training.manage');
    assert.match(textOf(teresa.card), /Una de mañana/);
    assert.equal(
      buttons(teresa.card).some(({ verb }) => verb === 'training.close'),
      true,
    );
  });

  it('lists a training for its trainer and its announcer, and for nobody else', async () => {
    const hernan = world.person('Hernán');
    await hernan.writes('capacitación');
    await hernan.taps('training.create', { ...PLAN, trainer: idOf('Teresa') });
    for (const [name, expected] of [
      ['Hernán', true],
      ['Teresa', true],
      ['Ana', false],
    ] as const) {
      const player = world.person(name);
      const answer = await player.writes('mis capacitaciones');
      assert.equal(textOf(player.cardOf(answer)).includes(PLAN.title), expected, name);
    }
  });

  it('writes no personal data to the log', async () => {
    const { id } = await announce(world);
    await register(world, 'Ana', id);
    const { screen } = await codesOf(world, id, clock.now());
    const { ticket } = await openForm(world, id, screen);
    await sendForm(`${world.address}/trainings/${id}/attend`, { ...DECLARED, ticket });
    await desk('training.missing', id);
    const log = world.logLines.join('\n');
    for (const word of ['Ana Colaboradora', 'Pedro Aliado', '1.234.567', screen, ticket])
      assert.ok(!log.includes(word), word);
  });
});
