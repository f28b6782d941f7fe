import assert from 'node:assert/strict';
import { buttons, inputValues, textOf } from '../support/cards.js';
import { AWAY, LOW } from '../support/sure-texts.js';
import { HandClock } from '../support/trainings.js';
import { type Player, World } from '../support/world.js';

describe('an absence', () => {
  let world: World;
  let clock: HandClock;
  let ana: Player;
  let luis: Player;
  let diana: Player;

  beforeEach(async () => {
    // A Tuesday, at nine.
    clock = new HandClock();
    world = await World.open({ clock: clock.now });
    [ana, luis, diana] = ['Ana', 'Luis', 'Diana'].map((name) => world.person(name)) as [
      Player,
      Player,
      Player,
    ];
  });
  afterEach(() => world.close());

  const verbs = (player: Player) => buttons(player.card).map(({ verb }) => verb);
  const shown = (player: Player) => textOf(player.card);

  async function reports(): Promise<void> {
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: LOW });
    await ana.taps('report.submit');
    // The name on the card is some seconds old: another one has to be seen before the report is sent.
    if (verbs(ana).includes('report.submit')) await ana.taps('report.submit');
  }

  it('comes with the days that the message names', async () => {
    await luis.writes('me voy de vacaciones la otra semana');
    assert.match(shown(luis), /Entendí: del lunes 30 de noviembre al viernes 4 de diciembre\./);
    const { from, until } = inputValues(luis.card);
    assert.deepEqual({ from, until }, { from: '2026-11-30', until: '2026-12-04' });
    assert.match(shown(luis), /Diana Suplente/);
    assert.deepEqual(verbs(luis), ['away.set'], 'there is nothing to end');
  });

  it('begins today when the message names only its end', async () => {
    await luis.writes(AWAY);
    assert.match(shown(luis), /Entendí: hasta el viernes 15 de enero de 2027\. Puse hoy/);
    const { from, until } = inputValues(luis.card);
    assert.deepEqual({ from, until }, { from: '2026-11-24', until: '2027-01-15' });
  });

  it('changes nothing before it is confirmed', async () => {
    await luis.writes('estoy de vacaciones hasta el 15 de enero');
    await reports();
    await luis.sees('HUM-', 'Reportado, por aceptar');
  });

  it('that begins on Monday moves no case on Friday', async () => {
    await luis.writes('me voy de vacaciones la otra semana');
    await luis.taps('away.set');
    assert.match(shown(luis), /quedas ausente del lunes 30 de noviembre al viernes 4 de diciembre/);
    assert.match(shown(luis), /Antes del lunes 30 de noviembre no cambia nada/);
    assert.match(shown(luis), /Te reemplaza: \s*Diana Suplente/);
    assert.match(shown(luis), /«Ya volví»/);
    clock.set('2026-11-28T04:30:00.000Z');
    await reports();
    await luis.sees('HUM-', 'Reportado, por aceptar');
    assert.doesNotMatch(JSON.stringify(diana.received), /HUM-/);
    clock.set('2026-11-30T05:30:00.000Z');
    await reports();
    await diana.sees('HUM-', 'Reportado, por aceptar');
  });

  it('is refused when its days are mistaken, and keeps what was entered', async () => {
    await luis.writes('estoy de vacaciones hasta el 15 de enero');
    const deputy = world.person('Marta').person.id;
    await luis.taps('away.set', { from: '2026-12-10', until: '2026-12-03', deputy });
    assert.match(shown(luis), /El último día no puede ser antes del primero/);
    const kept = inputValues(luis.card);
    assert.deepEqual(
      { from: kept.from, until: kept.until, deputy: kept.deputy },
      { from: '2026-12-10', until: '2026-12-03', deputy },
    );
    await luis.taps('away.set', { from: '2026-11-23' });
    assert.match(shown(luis), /Elige un primer día que no haya pasado/);
    await luis.taps('away.set', { from: '2026-12-01' });
    assert.match(shown(luis), /quedas ausente del martes 1 de diciembre al jueves 3 de diciembre/);
    assert.match(shown(luis), /Te reemplaza: \s*Marta/);
  });

  it('that is cancelled before it begins moves no case', async () => {
    await luis.writes('me voy de vacaciones la otra semana');
    await luis.taps('away.set');
    await luis.writes('ya volví');
    assert.match(shown(luis), /Cancelé tu ausencia/);
    clock.set('2026-11-30T14:00:00.000Z');
    await reports();
    await luis.sees('HUM-', 'Reportado, por aceptar');
    assert.doesNotMatch(JSON.stringify(diana.received), /HUM-/);
  });

  it('can be cancelled before it begins, and set again with its days', async () => {
    await luis.writes('me voy de vacaciones la otra semana');
    await luis.taps('away.set');
    await luis.taps('away.clear');
    assert.match(shown(luis), /Cancelé tu ausencia/);
    await luis.taps('away.restore');
    assert.match(shown(luis), /quedas ausente del lunes 30 de noviembre al viernes 4 de diciembre/);
    clock.set('2026-11-30T14:00:00.000Z');
    await reports();
    await diana.sees('HUM-', 'Reportado, por aceptar');
  });

  it('ends with a sentence, at once, and can be set again with its deputy', async () => {
    await luis.writes('estoy de vacaciones hasta el 15 de enero');
    await luis.taps('away.set', { deputy: world.person('Marta').person.id });
    await luis.writes('ya volví');
    assert.match(shown(luis), /Quité tu ausencia del martes 24 de noviembre al viernes 15 de enero de 2027/);
    assert.match(shown(luis), /Los casos nuevos te llegan a ti/);
    await luis.taps('away.restore');
    assert.match(shown(luis), /Te reemplaza: \s*Marta/);
  });

  it('that does not exist is not ended, and the bot says so', async () => {
    await luis.writes('ya volví');
    assert.match(shown(luis), /No tenías ninguna ausencia guardada/);
    assert.deepEqual(verbs(luis), []);
  });

  it('that is kept is shown again, and a new one replaces it', async () => {
    await luis.writes('me voy de vacaciones la otra semana');
    await luis.taps('away.set');
    await luis.writes('quiero registrar mi ausencia');
    assert.match(shown(luis), /Ya tienes guardada una ausencia: del lunes 30 de noviembre/);
    assert.equal(inputValues(luis.card).from, '2026-11-30');
    assert.deepEqual(verbs(luis), ['away.set', 'away.clear']);
  });

  it('does not promise a deputy who is away too', async () => {
    await diana.writes('me voy de vacaciones la otra semana');
    await diana.taps('away.set');
    await luis.writes('no estoy el martes');
    await luis.taps('away.set');
    assert.match(shown(luis), /también está ausente en esos días/);
  });

  it('takes no days from a card that no calendar has', async () => {
    await luis.writes('me voy de vacaciones la otra semana');
    await luis.sends(luis.last, 'away.restore', { verb: 'away.restore', id: '2026-99-99:2027-99-99:' });
    await luis.writes('ya volví');
    assert.match(shown(luis), /No tenías ninguna ausencia guardada/);
  });

  describe('that is gone on with in words', () => {
    const entered = () => {
      const { from, until, deputy } = inputValues(luis.card);
      return { from, until, deputy };
    };

    it('takes other days and another deputy, and saves nothing', async () => {
      await luis.writes('me voy de vacaciones del 7 al 11 de diciembre');
      await luis.writes('mejor hasta el 16');
      assert.deepEqual(entered(), { from: '2026-12-07', until: '2026-12-16', deputy: '' });
      await luis.writes('desde el 9');
      assert.equal(entered().from, '2026-12-09');
      await luis.writes('me cubre Marta');
      const deputy = world.person('Marta').person.id;
      assert.deepEqual(entered(), { from: '2026-12-09', until: '2026-12-16', deputy });
      await luis.writes('listo');
      assert.match(shown(luis), /Todavía no la he guardado/);
      assert.deepEqual(verbs(luis), ['away.set'], 'nothing is kept');
      await luis.taps('away.set');
      assert.match(shown(luis), /quedas ausente del miércoles 9 de diciembre al miércoles 16 de diciembre/);
      assert.match(shown(luis), /Te reemplaza: \s*Marta/);
    });

    it('says so when nobody has that name', async () => {
      await luis.writes('me voy de vacaciones la otra semana');
      await luis.writes('que me reemplace Zoraida');
      assert.match(shown(luis), /No supe a quién te refieres/);
      assert.deepEqual(entered(), { from: '2026-11-30', until: '2026-12-04', deputy: '' });
    });

    it('is one tap away from its end once it is kept', async () => {
      await luis.writes('me voy de vacaciones la otra semana');
      await luis.taps('away.set');
      await luis.writes('ya no salgo, bórrala');
      assert.match(shown(luis), /¿Quito tu ausencia\?[\s\S]*del lunes 30 de noviembre/);
      assert.deepEqual(verbs(luis), ['away.clear']);
      await luis.taps('away.clear');
      assert.match(shown(luis), /Cancelé tu ausencia/);
    });

    it('is over when it is dropped', async () => {
      await luis.writes('me voy de vacaciones la otra semana');
      const left = await luis.writes('quítalo');
      assert.match(left.text ?? '', /no guardé ninguna ausencia/);
      await luis.writes('mejor hasta el 16');
      assert.doesNotMatch(JSON.stringify(luis.last), /2026-12-04/);
    });
  });
});
