/** The meeting of a training, while it goes on: who joins it is on the list. */
import assert from 'node:assert/strict';
import { activity } from '../support/activities.js';
import { buttons, textOf } from '../support/cards.js';
import { sendsFile } from '../support/evidence.js';
import { LiveMeeting, ONLINE } from '../support/live-meeting.js';
import { spanishReport } from '../support/meeting-reports.js';
import { rawRows } from '../support/storage.js';
import { announce, close, codesOf, HandClock, rowsUnder, urlsOn } from '../support/trainings.js';
import { World } from '../support/world.js';

const GUEST = { id: '29:guest', name: 'Pilar Invitada' };

describe('the meeting of a training, while it goes on', function () {
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

  it('is tied by its code, which the bot confirms there to everybody', async () => {
    const id = await meeting.tied();
    const seen = await world.inMeeting('Ana').sees('Reunión enlazada con la capacitación', 'grupo 3');
    assert.equal(seen.onlyFor, undefined);
    assert.match(
      textOf(seen.card),
      /Desde ahora y .*anoto a quien se conecte con su cuenta de la organización/,
    );
    assert.match(await meeting.desk(id), /Reunión: \nenlazada\n/);
  });

  it('puts who joins on the list, with their times and how it is known', async () => {
    const id = await meeting.tied();
    const before = world.inMeeting('Ana').received.length;
    assert.equal(await meeting.joins('14:05:00', 'Ana', 'Luis'), 200);
    assert.deepEqual(await meeting.listed(id), [
      ['Ana Colaboradora', 'joined'],
      ['Luis Líder', 'joined'],
    ]);
    assert.match(await meeting.desk(id), /enlazada · siguen en ella 2 de las personas que anoté/);
    await meeting.leaves('15:00:00', 'Ana');
    const shown = await meeting.desk(id);
    assert.match(shown, /enlazada · sigue en ella 1 de las personas que anoté/);
    assert.match(
      shown,
      /9:05\sa\.\sm\. · se conectó a la reunión · verificado por Teams · 55 min en la reunión/,
    );
    assert.equal(world.inMeeting('Ana').received.length, before, 'nothing is posted for each person');
    await world.inChannel('Ana').sees('2 personas registradas');
  });

  it('counts from the least minutes on, over all times, and says who was there for less', async () => {
    const id = await meeting.tied({ leastMinutes: '30' });
    await meeting.joins('14:00:00', 'Ana', 'Luis');
    await meeting.leaves('14:20:00', 'Ana', 'Luis');
    assert.deepEqual(await meeting.listed(id), []);
    assert.match(
      await meeting.desk(id),
      /Con menos de 30 min en la reunión, sin contar como asistencia: .*Luis Líder/,
    );
    await meeting.joins('14:30:00', 'Ana');
    await meeting.leaves('14:45:00', 'Ana');
    assert.deepEqual(await meeting.listed(id), [['Ana Colaboradora', 'joined']]);
    await teresa().taps('training.export');
    const [, csv = ''] = urlsOn(teresa().card);
    assert.match(await (await fetch(csv)).text(), /Luis Líder.*se conectó a la reunión.*20.*no/);
  });

  it('is not confused by events that come twice or in the wrong order', async () => {
    const id = await meeting.tied();
    await meeting.joins('14:00:00', 'Ana');
    await meeting.joins('14:20:00', 'Ana');
    await meeting.leaves('14:50:00', 'Ana');
    await meeting.leaves('14:10:00', 'Ana');
    await meeting.leaves('14:10:00', 'Ana');
    await meeting.leaves('14:30:00', 'Luis');
    assert.match(await meeting.desk(id), /40 min en la reunión/, '9:00 to 9:10, and 9:20 to 9:50');
    await meeting.joins('14:00:00', 'Luis');
    assert.match(await meeting.desk(id), /Luis Líder\n.*30 min en la reunión/);
    assert.equal((await meeting.listed(id)).length, 2);
  });

  it('takes the same event at the same moment by several instances as one', async () => {
    const id = await meeting.tied();
    await Promise.all(Array.from({ length: 6 }, () => meeting.joins('14:05:00', 'Ana', 'Luis', 'Carlos')));
    assert.equal((await meeting.listed(id)).length, 3);
    assert.equal((await rowsUnder(world, id, 'meeting:')).length, 3);
  });

  it('shows guests and strangers to the trainer as not registered, and makes nothing up', async () => {
    const id = await meeting.tied();
    const stranger = {
      id: '29:x',
      aadObjectId: '99999999-9999-4999-8999-999999999999',
      name: 'Nadie Conocido',
    };
    const elsewhere = {
      ...meeting.accountOf('Ana'),
      id: '29:y',
      name: 'Ana de otra parte',
      tenantId: 'otro',
    };
    assert.equal(await meeting.tells('Join', '14:05:00', [GUEST, stranger, elsewhere, { id: '29:z' }]), 200);
    await meeting.tells('Leave', '14:40:00', [GUEST]);
    await meeting.tells('Join', '14:45:00', [GUEST]);
    assert.deepEqual(await meeting.listed(id), []);
    const shown = await meeting.desk(id);
    const [line = ''] = shown.split('\n').filter((each) => each.includes('no las reconocí en el directorio'));
    for (const name of ['Pilar Invitada', 'Nadie Conocido', 'Ana de otra parte', 'alguien sin nombre']) {
      assert.equal(line.split(name).length, 2, name);
    }
  });

  it('leaves out the trainer, and who was taken off the list by hand', async () => {
    const id = await meeting.tied();
    await meeting.joins('14:00:00', 'Teresa', 'Ana');
    assert.deepEqual(await meeting.listed(id), [['Ana Colaboradora', 'joined']]);
    const ana = world.person('Ana').person.id;
    const correct = { id, kind: 'removed', person: ana, reason: 'Dejó la reunión abierta.' };
    await teresa().sends(teresa().last, 'attendance.correct', { verb: 'attendance.correct', ...correct });
    await meeting.leaves('14:30:00', 'Ana');
    await meeting.joins('14:40:00', 'Ana');
    assert.deepEqual(await meeting.listed(id), []);
  });

  it('is one list with the attendance report, which tells more', async () => {
    const id = await meeting.tied();
    await meeting.joins('14:30:00', 'Ana');
    await meeting.leaves('15:00:00', 'Ana');
    const report = spanishReport('24/11/26', [
      { name: 'Ana Colaboradora', email: 'ana@demo.example', times: [['09:00:00', '09:40:00']] },
      { name: 'Luis Líder', email: 'luis@demo.example', times: [['09:00:00', '10:00:00']] },
    ]);
    await sendsFile(world, teresa(), 'informe.csv', report);
    await teresa().taps('meeting.keep');
    assert.match(
      textOf(teresa().card),
      /se conectó a la reunión · verificado por Teams · 60 min en la reunión/,
    );
    assert.deepEqual(await meeting.listed(id), [
      ['Ana Colaboradora', 'joined'],
      ['Luis Líder', 'meeting'],
    ]);
    await meeting.leaves('15:10:00', 'Ana');
    assert.match(await meeting.desk(id), /60 min en la reunión/, 'leaving again adds nothing');
  });

  it('adds nobody who joins after the list is closed, nor on another day', async () => {
    const id = await meeting.tied();
    await meeting.joins('14:00:00', 'Ana');
    clock.set('2026-11-24T15:00:00Z');
    await close(world, id);
    await meeting.joins('15:05:00', 'Luis');
    await meeting.leaves('15:10:00', 'Ana');
    assert.deepEqual(await meeting.listed(id), [['Ana Colaboradora', 'joined']]);
    const later = await meeting.tied({ title: 'La semana siguiente', day: '2026-12-01' });
    await meeting.joins('15:20:00', 'Carlos');
    assert.deepEqual(await meeting.listed(later), []);
  });

  it('counts who was there while the training was held, and not who left before or came for what follows', async () => {
    const id = await meeting.tied();
    await meeting.joins('13:20:00', 'Ana', 'Luis');
    assert.deepEqual(await meeting.listed(id), [], 'they may leave before it begins');
    await meeting.leaves('13:40:00', 'Ana');
    await meeting.leaves('14:30:00', 'Luis');
    await meeting.joins('16:05:00', 'Carlos');
    await meeting.leaves('16:30:00', 'Carlos');
    assert.deepEqual(await meeting.listed(id), [['Luis Líder', 'joined']]);
  });

  it('is untied in its chat, by who may manage the training alone', async () => {
    const id = await meeting.tied();
    const card = await world.inMeeting('Ana').sees('Reunión enlazada con la capacitación');
    const verb = 'meeting.untie';
    const refused = await world.inMeeting('Ana').sends(card, verb, { verb, id });
    assert.match(refused.kind === 'sentence' ? refused.text : '', /no es tuya/);
    await world.inMeeting('Teresa').taps(verb, {}, { message: card });
    await world.inMeeting('Ana').sees('Reunión desenlazada de la capacitación', 'grupo 3');
    await meeting.joins('14:05:00', 'Ana');
    assert.deepEqual(await meeting.listed(id), []);
    const again = await world.inMeeting('Teresa').sends(card, verb, { verb, id });
    assert.match(again.kind === 'sentence' ? again.text : '', /no está enlazada con esta reunión/);
  });

  it('is untied from the trainer’s card too', async () => {
    const id = await meeting.tied();
    await meeting.desk(id);
    await teresa().taps('meeting.untie');
    assert.match(textOf(teresa().card), /La reunión ya no está enlazada/);
    assert.ok(!buttons(teresa().card).some(({ verb }) => verb === 'meeting.untie'));
  });

  it('does nothing for the code of somebody who may not, for a wrong one, and outside of meetings', async () => {
    const { id } = await announce(world, ONLINE);
    const { card } = await codesOf(world, id, clock.now());
    for (const [player, code] of [
      [world.inMeeting('Ana'), card],
      [world.inMeeting('Teresa'), 'TTTTTT'],
      [world.inChannel('Teresa'), card],
    ] as const) {
      const answer = await player.writes(code);
      assert.equal(answer.onlyFor, player.person.id);
      assert.match(answer.text ?? '', /en privado/);
    }
    await meeting.joins('14:05:00', 'Ana');
    assert.deepEqual(await meeting.listed(id), []);
    const text = await meeting.desk(id);
    assert.match(text, new RegExp(`Reunión: \\nescribe en su chat «@Humanización ${card}»`));
    clock.set('2026-11-24T16:00:00Z');
    assert.doesNotMatch(await meeting.desk(id), /escribe en su chat/);
  });

  it('says what may be missing when nothing comes', async () => {
    const id = await meeting.tied();
    assert.doesNotMatch(await meeting.desk(id), /No me ha llegado/);
    clock.set('2026-11-24T14:10:00Z');
    assert.match(
      await meeting.desk(id),
      /No me ha llegado quién se conecta.*OnlineMeetingParticipant\.Read\.Chat/,
    );
    await meeting.joins('14:12:00', 'Ana');
    assert.doesNotMatch(await meeting.desk(id), /No me ha llegado/);
  });

  it('is told to the people in it', async () => {
    await meeting.tied();
    await meeting.joins('14:05:00', 'Luis');
    await meeting.leaves('14:25:00', 'Luis');
    const luis = world.person('Luis');
    await luis.writes('mis datos');
    await luis.taps('privacy.export');
    const url = urlsOn(luis.card).find((each) => !each.includes('json')) ?? '';
    const text = await (await fetch(url)).text();
    assert.match(text, /se conectó a la reunión/);
    assert.match(text, /Minutos en la reunión: 20/);
  });

  it('is deleted with the training, after five years', async () => {
    const id = await meeting.tied();
    await meeting.joins('14:05:00', 'Luis');
    const rows = () => rawRows(world.stores.tables, 'Trainings');
    const isOfMeeting = ({ partitionKey, rowKey }: Record<string, unknown>) =>
      partitionKey === id || (String(partitionKey).startsWith('meeting:') && rowKey === id);
    const before = (await rows()).filter(isOfMeeting).map(({ rowKey }) => String(rowKey).split(':')[0]);
    assert.deepEqual([...new Set(before)].sort(), ['attendee', id, 'meeting', 'training'].sort());
    clock.set('2031-11-24T16:00:01Z');
    await world.brings({ kind: 'retention', day: '2026-11-25' });
    await world.logged(/"day":"2026-11-25".*retention done/);
    assert.deepEqual((await rows()).filter(isOfMeeting), []);
  });

  it('survives events that are none', async () => {
    await meeting.tied();
    for (const value of [
      undefined,
      null,
      'x',
      { members: 'x' },
      { members: [{ user: 7 }] },
      { members: [] },
    ]) {
      const name = 'application/vnd.microsoft.meetingParticipantJoin';
      const status = (await world.post(activity(world, { type: 'event', name, value, text: undefined })))
        .status;
      assert.equal(status, 200);
    }
    assert.equal(await meeting.tells('Join', '99:99:99', [meeting.accountOf('Ana')]), 200);
  });
});

describe('the meeting of a training, where it is off', function () {
  this.timeout(60_000);

  it('takes no event, and says so to the trainer alone', async () => {
    const clock = new HandClock();
    const world = await World.open({ clock: clock.now, meetingAttendance: false });
    try {
      const { id } = await announce(world, ONLINE);
      const { card } = await codesOf(world, id, clock.now());
      const answer = await world.inMeeting('Teresa').writes(card);
      assert.match(answer.text ?? '', /está apagado.*MEETING_ATTENDANCE/);
      assert.equal(answer.onlyFor, world.person('Teresa').person.id);
      const teresa = world.person('Teresa');
      await teresa.sends(teresa.last, 'training.manage', { verb: 'training.manage', id });
      assert.doesNotMatch(textOf(teresa.card), /escribe en su chat/);
    } finally {
      await world.close();
    }
  });
});
