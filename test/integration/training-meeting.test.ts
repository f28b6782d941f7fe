import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import { buttons, inputIds, parts, textOf, verbs } from '../support/cards.js';
import { sendsFile } from '../support/evidence.js';
import { asTeamsWrites, spanishReport } from '../support/meeting-reports.js';
import { rawRows } from '../support/storage.js';
import { announce, HandClock, register, rowsUnder, urlsOn } from '../support/trainings.js';
import { World } from '../support/world.js';

const DAY = '24/11/26';
/** Ana twice, with an overlap of two devices: 9:00 to 9:50. Luis 12 minutes. Two who are nobody in the directory. */
const REPORT = spanishReport(DAY, [
  {
    name: 'Ana Colaboradora',
    email: 'ana@demo.example',
    times: [
      ['09:00:00', '09:30:00'],
      ['09:20:00', '09:50:00'],
    ],
  },
  { name: 'Luis Líder', email: 'Luis@Demo.Example', times: [['09:00:00', '09:12:30']] },
  { name: 'Teresa Capacitadora', email: 'teresa@demo.example', times: [['08:50:00', '11:05:00']] },
  { name: 'Carlos Colaborador', times: [['09:00:00', '10:00:00']] },
  { name: 'Marta Gerente (Invitado)', times: [['09:00:00', '10:00:00']] },
  { name: 'Pedro Aliado', email: 'pedro@aliado.example', times: [['09:00:00', '10:00:00']] },
]);

describe('the attendance report of a meeting', () => {
  let world: World;
  let clock: HandClock;
  beforeEach(async () => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now });
  });
  afterEach(() => world.close());

  const teresa = () => world.person('Teresa');
  const sends = async (content: Buffer, name = 'Informe de asistencia.csv') => {
    const answer = await sendsFile(world, teresa(), name, content);
    return answer.text ?? textOf(teresa().cardOf(answer));
  };
  const listed = async (id: string) =>
    (await rowsUnder(world, id, 'attendee:')).map(({ name, means }) => [name, means]).sort();

  it('is previewed, and merged after a yes: minutes over all times, the short ones listed and not counted', async () => {
    const { id } = await announce(world, { leastMinutes: '30' });
    clock.set('2026-11-24T16:30:00Z');
    const shown = await sends(REPORT);
    assert.match(shown, /Informe de la reunión: 5 personas/, 'without the trainer');
    assert.match(shown, /Política de Humanización, grupo 3/);
    assert.match(shown, /Agrego a 1 persona a la lista/);
    assert.match(shown, /1 persona estuvo menos de 30 minutos.*Luis Líder \(12 min\)/s);
    assert.match(shown, /A 2 no las encontré.*Marta Gerente \(Invitado\), Pedro Aliado/s);
    assert.match(shown, /A 1 la reconocí solo por el nombre/);
    assert.deepEqual(await listed(id), [], 'nothing before the yes');

    await teresa().taps('meeting.keep');
    assert.match(
      textOf(teresa().card),
      /agregué a 1 persona.*1 persona con menos de 30 minutos no cuenta como/s,
    );
    assert.match(
      textOf(teresa().card),
      /informe de la reunión · verificado por Teams · 50 min en la reunión/,
    );
    assert.match(
      textOf(teresa().card),
      /Con menos de 30 min en la reunión, sin contar como asistencia: Luis Líder/,
    );
    assert.deepEqual(await listed(id), [['Ana Colaboradora', 'meeting']]);
    await world.inChannel('Ana').sees('1 persona registrada');
  });

  it('changes nothing the second time, also after other reports', async () => {
    const { id } = await announce(world);
    await sends(REPORT);
    await teresa().taps('meeting.keep');
    const before = await rowsUnder(world, id, '');
    assert.match(await sends(REPORT), /ya está en la lista: no cambia nada/);
    await teresa().taps('meeting.keep');
    assert.deepEqual(await rowsUnder(world, id, ''), before);

    const later = spanishReport(DAY, [
      { name: 'Ana Colaboradora', email: 'ana@demo.example', times: [['09:40:00', '10:10:00']] },
    ]);
    assert.match(await sends(later), /1 persona ya está en la lista; le anoto los minutos/);
    await teresa().taps('meeting.keep');
    assert.match(textOf(teresa().card), /70 min en la reunión/, '9:00 to 10:10');
    assert.equal((await listed(id)).length, 2);
  });

  it('puts a mere name on the list only when the trainer ticks it', async () => {
    const { id } = await announce(world);
    await sends(REPORT);
    const carlos = world.person('Carlos').person;
    const choices = parts(teresa().card).find(({ id: input }) => input === 'people')?.choices;
    assert.deepEqual(choices, [
      { title: 'Carlos Colaborador · Servicio al afiliado · 60 min', value: carlos.id },
    ]);
    // Marta is in the directory, but not offered: a guest chooses the name.
    await teresa().taps('meeting.keep', { people: `${carlos.id},${world.person('Marta').person.id}` });
    assert.deepEqual(await listed(id), [
      ['Ana Colaboradora', 'meeting'],
      ['Carlos Colaborador', 'meeting'],
      ['Luis Líder', 'meeting'],
    ]);
    const row = (await rowsUnder(world, id, `attendee:person:${carlos.id}`))[0];
    assert.equal(row?.verified, false);
    assert.match(textOf(teresa().card), /Carlos Colaborador\n.*reconocido por el nombre/);
  });

  it('is one list with the room: a registration stays as it is, a correction is not undone', async () => {
    const { id } = await announce(world, { leastMinutes: '30' });
    await register(world, 'Luis', id);
    await sends(REPORT);
    assert.match(textOf(teresa().card), /se registró por su cuenta y estuvo menos de 30 minutos/);
    await teresa().taps('meeting.keep');
    assert.deepEqual(await listed(id), [
      ['Ana Colaboradora', 'meeting'],
      ['Luis Líder', 'button'],
    ]);
    const ana = world.person('Ana').person.id;
    const correct = { id, kind: 'removed', person: ana, reason: 'Dejó la reunión abierta.' };
    await teresa().sends(teresa().last, 'attendance.correct', { verb: 'attendance.correct', ...correct });
    assert.match(await sends(REPORT), /A 1 persona la quitaste a mano: no la agrego de nuevo.*Ana/s);
    await teresa().taps('meeting.discard');
    assert.deepEqual(await listed(id), [['Luis Líder', 'button']]);
    const added = { id, kind: 'added', person: ana, reason: 'Sí estuvo.' };
    await teresa().sends(teresa().last, 'attendance.correct', { verb: 'attendance.correct', ...added });
    assert.deepEqual(await listed(id), [
      ['Ana Colaboradora', 'trainer'],
      ['Luis Líder', 'button'],
    ]);
  });

  it('asks which training it is of when none or several are at its time', async () => {
    const first = await announce(world);
    const second = await announce(world, { title: 'Otra a la misma hora' });
    assert.match(await sends(REPORT), /Varias de tus capacitaciones coinciden/);
    await teresa().taps('meeting.choose', { training: first.id });
    assert.match(textOf(teresa().card), /grupo 3/);
    await teresa().taps('meeting.other');
    await teresa().taps('meeting.choose', { training: second.id });
    assert.match(textOf(teresa().card), /Otra a la misma hora/);
    await teresa().taps('meeting.keep');
    assert.equal((await listed(first.id)).length, 0);
    assert.equal((await listed(second.id)).length, 2);

    const otherDay = spanishReport('20/11/26', [
      { name: 'Ana Colaboradora', email: 'ana@demo.example', times: [['09:00:00', '10:00:00']] },
    ]);
    assert.match(await sends(otherDay), /Ninguna de tus capacitaciones coincide/);
    await teresa().taps('meeting.choose', { training: first.id });
    assert.match(textOf(teresa().card), /no es la de esta capacitación/);
  });

  it('is offered the trainings that have begun, however many are still to come', async () => {
    const { id } = await announce(world);
    clock.set('2026-11-25T14:00:00Z');
    for (let at = 0; at < 21; at++) await announce(world, { title: `Futura ${at}`, day: '2026-12-15' });
    assert.match(await sends(REPORT), /Agrego a 2 personas/, 'the only one at its time');
    await teresa().taps('meeting.other');
    const choices = parts(teresa().card).find(({ id: input }) => input === 'training')?.choices;
    assert.deepEqual(
      (choices as { value: string }[]).map(({ value }) => value),
      [id],
    );
  });

  it('of thousands of people waits for the yes as that of a few', async () => {
    await announce(world, { day: '2026-12-03' });
    clock.set('2026-12-03T16:30:00Z');
    const people = Array.from({ length: 4000 }, (_, at) => {
      const address = `${((at * 2654435761) % 4294967296).toString(36)}.persona${at}@aliado.example`;
      const second = String(at % 60).padStart(2, '0');
      return `Persona Ñandú ${at}\t3/12/2026, 9:00:${second}\t3/12/2026, 10:0${at % 10}:${second}\t1h\t${address}`;
    });
    const heading = 'Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail';
    const file = asTeamsWrites([
      heading,
      'Ana Colaboradora\t3/12/2026, 9:00:00\t3/12/2026, 10:00:00\t1h\tana@demo.example',
      ...people,
    ]);
    assert.match(await sends(file), /Informe de la reunión: 4001 personas/);
    await teresa().taps('meeting.keep');
    assert.match(textOf(teresa().card), /agregué a 1 persona/);
  });

  it('reads a day that may be a month as that of the training', async () => {
    await announce(world, { day: '2026-12-03' });
    clock.set('2026-12-03T16:30:00Z');
    const file = asTeamsWrites([
      'Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail',
      'Ana Colaboradora\t3/12/2026, 9:00:00\t3/12/2026, 10:00:00\t1h\tana@demo.example',
    ]);
    assert.match(await sends(file), /Agrego a 1 persona/);
    assert.doesNotMatch(textOf(teresa().card), /no es la de esta capacitación/);
  });

  it('stands in the export with minutes and where the entry comes from', async () => {
    const { id } = await announce(world, { leastMinutes: '30' });
    await register(world, 'Carlos', id);
    await sends(REPORT);
    await teresa().taps('meeting.keep');
    await teresa().taps('training.export');
    const [, csv = ''] = urlsOn(teresa().card);
    const rows = parse(await (await fetch(csv)).text(), { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    assert.deepEqual(
      rows.map((row) => [row.Nombre, row.Cómo, row['Minutos en la reunión'], row['Cuenta como asistencia']]),
      [
        ['Ana Colaboradora', 'informe de la reunión', '50', 'sí'],
        ['Carlos Colaborador', 'botón de la tarjeta', 'sin dato', 'sí'],
        ['Luis Líder', 'informe de la reunión', '12', 'no'],
      ],
    );
  });

  it('is told to the people in it: «mis datos» has the times, also of who does not count', async () => {
    await announce(world, { leastMinutes: '30' });
    await sends(REPORT);
    await teresa().taps('meeting.keep');
    const luis = world.person('Luis');
    await luis.writes('mis datos');
    await luis.taps('privacy.export');
    const url = urlsOn(luis.card).find((each) => !each.includes('json')) ?? '';
    assert.match(await (await fetch(url)).text(), /Minutos en la reunión: 12/);
  });

  it('is taken from trainers alone, and belongs to the one who sent it', async () => {
    const { id } = await announce(world);
    await sends(REPORT);
    const card = teresa().last;
    const button = buttons(teresa().card).find(({ verb }) => verb === 'meeting.keep');
    const reportId = String(button?.data.id);
    for (const name of ['Ana', 'Hernán']) {
      const other = world.person(name);
      for (const verb of ['meeting.keep', 'meeting.choose', 'meeting.other']) {
        const said = await other.sends(card, verb, { verb, id: reportId, training: id });
        assert.match(said.kind === 'sentence' ? said.text : verb, /envíame el archivo otra vez/);
      }
      await other.sends(card, 'meeting.discard', { verb: 'meeting.discard', id: reportId });
    }
    assert.deepEqual(await listed(id), []);
    const ana = world.person('Ana');
    const refused = await sendsFile(world, ana, 'informe.csv', REPORT);
    assert.match(refused.text ?? '', /no lo guardé/);
    await teresa().taps('meeting.keep');
    assert.equal((await listed(id)).length, 2, 'nobody else could discard it');
  });

  it('is not kept before the yes longer than a day, and not after it at all', async () => {
    await announce(world);
    await sends(REPORT);
    const pending = async () =>
      (await rawRows(world.stores.tables, 'Tickets')).filter(({ partitionKey }) =>
        String(partitionKey).startsWith('report:'),
      );
    assert.equal((await pending()).length, 1);
    clock.forward(25 * 3_600_000);
    const late = await teresa().taps('meeting.keep');
    assert.match(late.kind === 'sentence' ? late.text : '', /tiene más de un día/);
    await sends(REPORT);
    await teresa().taps('meeting.keep');
    assert.equal((await pending()).length, 1, 'the sweep deletes the one that has expired');
  });

  it('survives files that are none, too large, hostile, or several', async () => {
    await announce(world);
    assert.match(await sends(Buffer.from('hola')), /No pude leer ese archivo/);
    assert.match(await sends(Buffer.alloc(5 * 1024 * 1024, 'a')), /pesa más de 4 MB/);
    const hostile = asTeamsWrites([
      'Full Name\tUser Action\tTimestamp',
      '=cmd|calc!A1 ${id} **Ana** [x](http://malo.example)\tJoined\t11/24/2026, 9:00:00 AM',
      'Luis Líder\tLeft\t11/24/2026, 9:30:00 AM',
    ]);
    assert.match(await sends(hostile), /no la encontré.*=cmd/s);
    assert.deepEqual(verbs(teresa().card).sort(), ['meeting.discard', 'meeting.other']);
    assert.deepEqual(inputIds(teresa().card), []);
  });
});
