/** What is known of how long people are in the meeting of a training, and what is not known. */
import assert from 'node:assert/strict';
import { textOf } from '../support/cards.js';
import { sendsFile } from '../support/evidence.js';
import { LiveMeeting } from '../support/live-meeting.js';
import { spanishReport } from '../support/meeting-reports.js';
import { type HandClock, urlsOn } from '../support/trainings.js';
import type { World } from '../support/world.js';

describe('how long people are in the meeting of a training', function () {
  this.timeout(90_000);
  let world: World;
  let clock: HandClock;
  let meeting: LiveMeeting;
  beforeEach(async () => {
    meeting = await LiveMeeting.open();
    ({ world, clock } = meeting);
  });
  afterEach(() => world.close());

  const lineOf = (card: string, words: RegExp) => card.split('\n').find((line) => words.test(line)) ?? '';

  async function exported(): Promise<string> {
    const teresa = world.person('Teresa');
    await teresa.taps('training.export');
    const [, csv = ''] = urlsOn(teresa.card);
    return (await fetch(csv)).text();
  }

  it('is no number while they are in it: the card says since when', async () => {
    const id = await meeting.tied();
    await meeting.joins('14:05:00', 'Ana');
    clock.set('2026-11-24T14:30:00Z');
    const shown = await meeting.desk(id);
    assert.match(lineOf(shown, /verificado por Teams/), /en la reunión desde las 9:05\sa\.\sm\.$/);
    assert.doesNotMatch(shown, /0 min en la reunión/);
    await meeting.leaves('14:40:00', 'Ana');
    await meeting.joins('14:50:00', 'Ana');
    assert.match(await meeting.desk(id), /en la reunión desde las 9:50\sa\.\sm\., y antes 35 min/);
    assert.match(await exported(), /Ana Colaboradora.*;35 o más;|Ana Colaboradora.*,35 o más,/);
  });

  it('is too short for nobody who is still in it', async () => {
    const id = await meeting.tied({ leastMinutes: '30' });
    await meeting.joins('14:00:00', 'Ana', 'Luis');
    await meeting.leaves('14:10:00', 'Luis');
    clock.set('2026-11-24T14:20:00Z');
    const shown = await meeting.desk(id);
    const short = lineOf(shown, /Con menos de 30 min/);
    assert.match(short, /Luis Líder/);
    assert.doesNotMatch(short, /Ana/);
    assert.match(shown, /sigue en ella 1 de las personas que anoté/);
    const ana = world.person('Ana');
    await ana.writes('mis asistencias');
    assert.doesNotMatch(textOf(ana.card), /Estuviste menos/);
  });

  it('stays unknown where Teams never tells that they left, and the card says so after the end', async () => {
    const id = await meeting.tied({ leastMinutes: '30' });
    await meeting.joins('14:00:00', 'Ana', 'Luis');
    await meeting.leaves('14:50:00', 'Luis');
    // After the end of the training.
    await meeting.joins('16:00:30', 'Carlos');
    clock.set('2026-11-24T16:01:00Z');
    const shown = await meeting.desk(id);
    assert.doesNotMatch(shown, /siguen? en ella/);
    assert.match(shown, /enlazada · no me ha llegado la salida de 2 personas/);
    assert.match(
      lineOf(shown, /Sin salida conocida/),
      /sin contar como asistencia: Ana Colaboradora\..*informe de asistencia/,
    );
    assert.doesNotMatch(shown, /Con menos de 30 min/);
    assert.match(await exported(), /Ana Colaboradora.*se conectó a la reunión.*sin dato.*sin dato.*no/);
  });

  it('says of those on the list, too, that their leaving is not known', async () => {
    const id = await meeting.tied();
    await meeting.joins('14:05:00', 'Ana');
    clock.set('2026-11-24T16:01:00Z');
    const shown = await meeting.desk(id);
    assert.match(shown, /entró a las 9:05\sa\.\sm\. y no me ha llegado su salida/);
    assert.doesNotMatch(shown, /Sin salida conocida/);
    const ana = world.person('Ana');
    await ana.writes('mis datos');
    await ana.taps('privacy.export');
    const url = urlsOn(ana.card).find((each) => !each.includes('json')) ?? '';
    const text = await (await fetch(url)).text();
    assert.doesNotMatch(text, /Minutos en la reunión/);
    assert.match(text, /Entró a la reunión, sin que se sepa cuándo salió: 24 de noviembre de 2026, 9:05/);
  });

  it('ends with the attendance report, which knows when they left', async () => {
    const id = await meeting.tied({ leastMinutes: '30' });
    await meeting.joins('14:05:00', 'Ana');
    const report = spanishReport('24/11/26', [
      { name: 'Ana Colaboradora', email: 'ana@demo.example', times: [['09:05:00', '10:45:00']] },
    ]);
    await sendsFile(world, world.person('Teresa'), 'informe.csv', report);
    await world.person('Teresa').taps('meeting.keep');
    const shown = await meeting.desk(id);
    assert.match(shown, /verificado por Teams · 100 min en la reunión/);
    assert.doesNotMatch(shown, /siguen? en ella/);
    clock.set('2026-11-24T16:01:00Z');
    assert.doesNotMatch(await meeting.desk(id), /no me ha llegado/);
  });

  it('is not short for who is only known to have left', async () => {
    await meeting.tied({ leastMinutes: '30' });
    await meeting.leaves('14:40:00', 'Ana');
    const ana = world.person('Ana');
    await ana.writes('mis datos');
    await ana.taps('privacy.export');
    const url = urlsOn(ana.card).find((each) => !each.includes('json')) ?? '';
    assert.doesNotMatch(await (await fetch(url)).text(), /Minutos en la reunión/);
    await ana.writes('mis asistencias');
    assert.doesNotMatch(textOf(ana.card), /Estuviste menos/);
  });
});
