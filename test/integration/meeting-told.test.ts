/** What the chat of a meeting and the trainer are told, and what happens to the names of people from outside. */
import assert from 'node:assert/strict';
import { textOf } from '../support/cards.js';
import { LiveMeeting, ONLINE } from '../support/live-meeting.js';
import { memoryStores } from '../support/memory-stores.js';
import { announce, codesOf, type HandClock, rowsUnder } from '../support/trainings.js';
import type { World } from '../support/world.js';

const GUEST = { id: '29:guest', name: 'Pilar Invitada' };
const OTHER = '19:meeting_other@thread.v2';

describe('a meeting that is tied to a training', function () {
  this.timeout(90_000);
  let world: World;
  let clock: HandClock;
  let meeting: LiveMeeting;
  beforeEach(async () => {
    meeting = await LiveMeeting.open();
    ({ world, clock } = meeting);
  });
  afterEach(() => world.close());

  const teresa = () => world.person('Teresa');
  const tiedCard = async () => {
    const message = await world.inMeeting('Ana').sees('Reunión enlazada con la capacitación');
    return textOf(world.inMeeting('Ana').cardOf(message));
  };

  it('says from when on who joins is noted: an hour before the training, when that is later', async () => {
    await meeting.tied({ day: '2026-11-26' });
    const later = await tiedCard();
    assert.match(
      later,
      /Desde el 26 de noviembre, 8:00\sa\.\sm\. y hasta una hora después de que termine, o hasta que se cierre la lista,/,
    );
    assert.doesNotMatch(later, /Desde ahora/);
  });

  it('is not tied once the training is over, since nobody would be noted', async () => {
    const { id } = await announce(world, ONLINE);
    clock.set('2026-11-24T16:00:01Z');
    const { card } = await codesOf(world, id, clock.now());
    const answer = await world.inMeeting('Teresa').writes(card);
    assert.equal(answer.onlyFor, teresa().person.id);
    assert.match(answer.text ?? '', /ya terminó.*informe de asistencia/);
    assert.doesNotMatch(await meeting.desk(id), /enlazada/);
  });

  it('names who sees what is noted: also who announced the training, when that is another person', async () => {
    await meeting.tied();
    assert.match(await tiedCard(), /lo ven quien capacita y el equipo de humanización/);
    const trainer = world.chats.people.find(
      ({ id, roles }) =>
        id !== teresa().person.id && roles.some((role) => role === 'trainer' || role === 'humanization'),
    );
    await meeting.tied({ trainer: trainer?.id ?? '' });
    assert.match(await tiedCard(), /lo ven quien capacita, quien publicó la capacitación y el equipo/);
  });

  it('keeps the names of people from outside for seven days, and both cards say so', async () => {
    const id = await meeting.tied();
    assert.match(
      await tiedCard(),
      /anoto solo el nombre y cuándo entró.*Guardo esos datos 7 días, y la noche siguiente los borro/,
    );
    await meeting.tells('Join', '14:05:00', [GUEST]);
    const shown = await meeting.desk(id);
    assert.match(
      shown,
      /no la reconocí en el directorio.*: Pilar Invitada\..*Guardo esto 7 días, y la noche siguiente lo borro/,
    );
    assert.doesNotMatch(shown, /no está[n]? en el directorio/);
    await meeting.joins('14:05:00', 'Ana');

    clock.set('2026-12-01T14:04:00Z');
    await world.brings({ kind: 'retention', day: '2026-11-25' });
    await world.logged(/"day":"2026-11-25".*retention done/);
    assert.equal((await rowsUnder(world, id, 'visitor:')).length, 1, 'not earlier');

    clock.set('2026-12-02T08:00:00Z');
    await world.brings({ kind: 'retention', day: '2026-12-02' });
    await world.logged(/"day":"2026-12-02".*retention done/);
    assert.deepEqual(await rowsUnder(world, id, 'visitor:'), []);
    assert.equal((await meeting.listed(id)).length, 1);
    assert.doesNotMatch(await meeting.desk(id), /Pilar/);
  });

  it('does not say that nothing came once the names of all who came are deleted', async () => {
    const id = await meeting.tied();
    await meeting.tells('Join', '14:05:00', [GUEST]);
    clock.set('2026-12-02T08:00:00Z');
    await world.brings({ kind: 'retention', day: '2026-11-25' });
    await world.logged(/"day":"2026-11-25".*retention done/);
    assert.deepEqual(await rowsUnder(world, id, 'visitor:'), []);
    assert.doesNotMatch(await meeting.desk(id), /No me ha llegado|Pilar/);
  });

  it('takes a name and an id of any length, and has neither in a key', async () => {
    const id = await meeting.tied();
    const long = { id: `29:${'ñ'.repeat(390)}`, name: 'Ñ'.repeat(990) };
    assert.equal(
      await meeting.tells('Join', '14:05:00', [long, { name: `Sin cuenta ${'é'.repeat(500)}` }]),
      200,
    );
    const keys = (await rowsUnder(world, id, 'visitor:')).map(({ rowKey }) => String(rowKey));
    assert.equal(keys.length, 2);
    for (const key of keys) assert.match(key, /^visitor:[0-9a-f]{64}$/);
    await meeting.desk(id);
  });

  it('notes each person on their own: who cannot be noted now comes again', async () => {
    await world.close();
    meeting = await LiveMeeting.open(memoryStores);
    ({ world, clock } = meeting);
    const id = await meeting.tied();
    const ana = world.person('Ana').person.id;
    const broken = { partitionKey: id, rowKey: `meeting:person:${ana}`, name: 7 };
    await world.stores.tables.write('Trainings', { kind: 'insert', row: broken });
    assert.equal(await meeting.joins('14:05:00', 'Ana', 'Luis'), 200);
    assert.deepEqual(await meeting.listed(id), [['Luis Líder', 'joined']]);
    await world.stores.tables.write('Trainings', { kind: 'delete', ...broken });
    clock.forward(5_000);
    await world.inChannel('Ana').sees('2 personas registradas');
    assert.deepEqual(await meeting.listed(id), [
      ['Ana Colaboradora', 'joined'],
      ['Luis Líder', 'joined'],
    ]);
  });

  it('is told in its chat when the trainer unties it elsewhere', async () => {
    const id = await meeting.tied();
    await meeting.desk(id);
    await teresa().taps('meeting.untie');
    const told = await world.inMeeting('Ana').sees('Reunión desenlazada de la capacitación', 'grupo 3');
    assert.equal(told.onlyFor, undefined);
    assert.match(textOf(told.card), /ya no anoto a quien se conecta aquí/);
    assert.doesNotMatch(textOf(told.card), /Desenlazar/);
  });

  it('is told once when two taps untie it at once', async () => {
    const id = await meeting.tied();
    await meeting.desk(id);
    const desk = teresa().last;
    const untie = () => teresa().sends(desk, 'meeting.untie', { verb: 'meeting.untie', id });
    await Promise.all([untie(), untie(), untie()]);
    await world.inMeeting('Ana').sees('Reunión desenlazada');
    await world.close();
    const told = world
      .inMeeting('Ana')
      .received.filter(({ card }) => card && textOf(card).includes('desenlazada'));
    assert.equal(told.length, 1);
  });

  it('is told in its chat when the training is tied to another meeting', async () => {
    const members = world.chats.people.map((person) => person.id);
    world.chats.conversations.set(OTHER, { id: OTHER, kind: 'groupChat', name: 'Otra reunión', members });
    const id = await meeting.tied();
    const { card } = await codesOf(world, id, clock.now());
    await world.at(OTHER, 'Teresa').writes(card);
    await world.inMeeting('Ana').sees('desenlazada', 'se enlazó con otra reunión');
    await world.inMeeting('Teresa').writes(card);
    assert.match(await tiedCard(), /Antes estaba enlazada con otra reunión/);
    const told = await world.at(OTHER, 'Ana').sees('desenlazada', 'se enlazó con otra reunión');
    assert.match(textOf(told.card), /desenlazada de la capacitación.*grupo 3.*se enlazó con otra reunión/s);
  });
});
