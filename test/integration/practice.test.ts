import assert from 'node:assert/strict';
import { Members } from '../../src/features/practice/store/members.js';
import { textOf } from '../support/cards.js';
import { bogota } from '../support/fixtures.js';
import { hourComes, wavesCome } from '../support/practice.js';
import { rawRows } from '../support/storage.js';
import { HandClock } from '../support/trainings.js';
import { type Player, World } from '../support/world.js';

const [TUESDAY, WEDNESDAY, FRIDAY, MONDAY] = ['2026-11-24', '2026-11-25', '2026-11-27', '2026-11-30'];

describe('the practice of the day', function () {
  this.timeout(60_000);
  let clock: HandClock;
  let world: World;
  let ana: Player;

  beforeEach(async () => {
    // Nine o'clock on a Tuesday.
    clock = new HandClock();
    world = await World.open({ clock: clock.now });
    ana = world.person('Ana');
  });
  afterEach(() => world.close());

  const comes = (day: string, hour: string, ...people: Player[]) =>
    hourComes(
      { world, clock },
      day,
      hour,
      people.map(({ person }) => person.id),
    );
  const practicesOf = (player: Player) =>
    player.received.filter(
      (message) =>
        message.card && /Práctica del (lunes|martes|miércoles|viernes)/.test(textOf(player.cardOf(message))),
    );

  async function joins(player: Player, hour: string, job = 'any') {
    await player.writes('práctica');
    await player.taps('practice.join', { hour, job });
  }

  it('says what it is, with an example, and begins at the hour that the person chooses', async () => {
    await ana.writes('quiero recibir una práctica cada día');
    const offer = textOf(ana.card);
    assert.match(offer, /Cada día hábil te escribo una cosa pequeña/);
    assert.match(offer, /Por ejemplo/);
    await ana.taps('practice.join', { hour: '10:00', job: 'salud' });
    assert.match(textOf(ana.card), /Listo: te llega a las 10:00\u00a0a\.\u00a0m\..*La próxima es hoy/s);
    await comes(TUESDAY, '10:00', ana);
    const shown = textOf(ana.cardOf(await ana.sees('Práctica del martes 24 de noviembre')));
    assert.match(shown, /según la política|en la política/);
  });

  it('comes the next working day when the hour has passed, and shows what is set', async () => {
    await joins(ana, '08:30');
    assert.match(textOf(ana.card), /La próxima es el miércoles 25 de noviembre/);
    await ana.writes('práctica');
    assert.match(textOf(ana.card), /Te llega a las 8:30\u00a0a\.\u00a0m\., en días hábiles/);
    // A restart looks again for what was due: not for who joined after it.
    await comes(TUESDAY, '08:30', ana);
    await comes(WEDNESDAY, '08:30', ana);
    await ana.sees('Práctica del miércoles');
    assert.equal(practicesOf(ana).length, 1);
  });

  it('is ticked once, counts the week for the person alone, and the tick can be taken back', async () => {
    await joins(ana, '10:00');
    await comes(TUESDAY, '10:00', ana);
    const first = await ana.sees('Práctica del martes');
    await ana.taps('practice.done', {}, { message: first });
    await ana.sends(first, 'practice.done', { id: TUESDAY });
    assert.match(textOf(ana.cardOf(first)), /✓ Hecha\.$/m);
    await comes(WEDNESDAY, '10:00', ana);
    const second = await ana.sees('Práctica del miércoles');
    await ana.taps('practice.done', {}, { message: second });
    assert.match(textOf(ana.cardOf(second)), /✓ Hecha\. Van 2 esta semana/);
    await ana.taps('practice.undo', {}, { message: second });
    assert.doesNotMatch(textOf(ana.cardOf(second)), /Hecha/);
    const ticks = await rawRows(world.stores.tables, 'Practice', { partitionKey: 'done:2026-11' });
    assert.deepEqual(
      ticks.map(({ rowKey }) => rowKey),
      [`${ana.person.id}:${TUESDAY}`],
    );
  });

  it('ticks nothing but the latest practice of who taps', async () => {
    const carlos = world.person('Carlos');
    await joins(ana, '10:00');
    await comes(TUESDAY, '10:00', ana);
    const first = await ana.sees('Práctica del martes');
    await comes(WEDNESDAY, '10:00', ana);
    await ana.sees('Práctica del miércoles');
    const late = await ana.sends(first, 'practice.done', { id: TUESDAY });
    assert.match(JSON.stringify(late), /Esa práctica ya pasó/);
    const foreign = await carlos.sends(await carlos.writes('ayuda'), 'practice.done', { id: WEDNESDAY });
    assert.match(JSON.stringify(foreign), /Esa práctica ya pasó/);
    assert.deepEqual(await rawRows(world.stores.tables, 'Practice', { partitionKey: 'done:2026-11' }), []);
  });

  it('stops with one tap, does not come twice on a day for who resumes it, and can be forgotten', async () => {
    await joins(ana, '10:00');
    await comes(TUESDAY, '10:00', ana);
    const message = await ana.sees('Práctica del martes');
    await ana.taps('practice.done', {}, { message });
    await ana.taps('practice.leave', {}, { message });
    assert.match(textOf(ana.cardOf(message)), /Ya no te la mando.*1 año después de cada marca/s);
    await ana.taps('practice.join', {}, { message });
    assert.match(textOf(ana.cardOf(message)), /te llega a las 10:00.*miércoles/s);
    await joins(ana, '11:00');
    await comes(TUESDAY, '11:00', ana);
    await ana.taps('practice.leave', {}, { message });
    await comes(WEDNESDAY, '11:00', ana);
    assert.equal(practicesOf(ana).length, 0, 'the only one was replaced by the card of who stopped');
    await ana.taps('practice.forget', {}, { message });
    assert.match(textOf(ana.cardOf(message)), /Borré lo de tus prácticas/);
    const about = await rawRows(world.stores.tables, 'Practice');
    assert.deepEqual(
      about.map(({ partitionKey }) => String(partitionKey)).filter((key) => /^(member|done)/.test(key)),
      [],
    );
  });

  it('skips weekends, holidays, and the days on which the person is away, and names the day after', async () => {
    await joins(ana, '08:30');
    await ana.writes('voy a estar ausente del 25 de noviembre al 27 de noviembre');
    await ana.taps('away.set', { from: WEDNESDAY, until: FRIDAY });
    await ana.writes('práctica');
    assert.match(textOf(ana.card), /La próxima es el lunes 30 de noviembre/);
    await comes(WEDNESDAY, '08:30', ana);
    await comes(FRIDAY, '08:30', ana);
    await comes(MONDAY, '08:30', ana);
    await ana.sees('Práctica del lunes 30');
    assert.equal(practicesOf(ana).length, 1);
  });

  it('is made up for within two hours, and skipped silently after that', async () => {
    await joins(ana, '10:00');
    await comes(TUESDAY, '10:00');
    clock.set(bogota(`${TUESDAY} 12:01`).toISOString());
    await wavesCome(world, [ana.person.id]);
    await world.logged(/"kind":"practice".*effect carried out/);
    assert.equal(practicesOf(ana).length, 0);
    await world.close();
    // The hour has come while nobody ran: the next start sees it by itself.
    clock.set(bogota(`${WEDNESDAY} 11:55`).toISOString());
    world = await World.open({ clock: clock.now, stores: world.stores });
    await world.logged(new RegExp(`"day":"${WEDNESDAY}","hour":"10:00","people":1`));
    // The local Teams has another address now.
    await world.person('Ana').writes('gracias');
    await wavesCome(world, [ana.person.id]);
    await world.person('Ana').sees('Práctica del miércoles');
  });

  it('comes in the language of the person', async () => {
    await ana.writes('english');
    await ana.writes('practice');
    assert.match(textOf(ana.card), /Each working day I send you one small thing/);
    await ana.taps('practice.join', { hour: '10:00' });
    assert.match(textOf(ana.card), /Done: it comes at 10:00\u00a0AM.*today/s);
    await comes(TUESDAY, '10:00', ana);
    await ana.sees('Practice of Tuesday, November 24');
  });

  it('shows in «mis datos» that it is received, what came and what was ticked', async () => {
    await joins(ana, '10:00', 'salud');
    await comes(TUESDAY, '10:00', ana);
    await ana.taps('practice.done', {}, { message: await ana.sees('Práctica del martes') });
    await ana.writes('mis datos');
    assert.match(textOf(ana.card), /Si recibes la práctica del día/);
    assert.match(textOf(ana.card), /1 práctica que marcaste/);
  });

  it('says that it is paused when Teams refused it, and resumes with a tap', async () => {
    await joins(ana, '10:00');
    const members = new Members(world.stores.tables);
    await members.change(ana.person.id, (member) => member && { ...member, state: 'paused' });
    await comes(TUESDAY, '10:00', ana);
    await ana.writes('práctica');
    assert.match(textOf(ana.card), /La pausé, porque Teams no me dejó entregarte tres seguidas/);
    await ana.taps('practice.join');
    await comes(WEDNESDAY, '10:00', ana);
    await ana.sees('Práctica del miércoles');
    assert.equal(practicesOf(ana).length, 1);
  });

  it('refuses an hour that there is not', async () => {
    await ana.writes('práctica');
    const refused = await ana.sends(ana.last, 'practice.join', { hour: '05:00', job: 'any' });
    assert.notEqual(refused.kind, 'card');
    assert.deepEqual(await rawRows(world.stores.tables, 'Practice', { partitionKey: 'member' }), []);
  });
});
