/** The level of a case after its report: confirmed in time or not, and lowered. */
import assert from 'node:assert/strict';
import type { ChatMessage } from '../../src/local/chats.js';
import { buttons, newsIn, textOf } from '../support/cards.js';
import { memoryStores } from '../support/memory-stores.js';
import { sendReport } from '../support/reporting.js';
import { HIGH, MEDIUM, UNCLEAR, UNCLEAR_AND_PROTECTED } from '../support/sure-texts.js';
import { HandClock } from '../support/trainings.js';
import { type Player, World } from '../support/world.js';

const MINUTES = 60_000;

describe('the level of a case', function () {
  this.timeout(120_000);
  let world: World;
  let clock: HandClock;
  const open = async (options: Parameters<typeof World.open>[0] = {}) => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now, ...options });
  };
  afterEach(() => world.close());

  const one = (name: string) => world.person(name);
  async function reports(narrative: string, assess: Record<string, string> = {}): Promise<void> {
    const ana = one('Ana');
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative, ...assess });
    await sendReport(ana);
  }
  const newsOf = (player: Player) => player.received.flatMap(({ card }) => newsIn(card));
  const heard = (name: string, words: RegExp) => newsOf(one(name)).filter((news) => words.test(news)).length;

  describe('that nobody confirms in time', () => {
    const UNCONFIRMED = /a tiempo el nivel de impacto|sigue por confirmar/;
    const HOURS = 2;
    beforeEach(async () => {
      clock = new HandClock();
      world = await World.open({
        clock: clock.now,
        stores: memoryStores(clock.now),
        confirmLevelHours: HOURS,
      });
    });
    const timeIsOver = async () => {
      await world.settled();
      clock.forward(HOURS * 60 * MINUTES);
    };

    it('is told once to the next one up, without the story, and to the humanization team', async () => {
      await reports(UNCLEAR, { confidential: 'true' });
      const card = await one('Luis').sees('por confirmar', 'Confirma el nivel de impacto hoy antes de');
      assert.match(textOf(one('Luis').cardOf(card)), /aparecen negadas o como suposición:\s+«hubo golpes»/);
      await timeIsOver();
      const above = await one('Marta').sees('no ha confirmado a tiempo el nivel', 'Luis Líder');
      assert.doesNotMatch(JSON.stringify(above), /golpes|Ana/);
      assert.deepEqual(buttons(above.card), [], 'she may not see the case');
      const team = await one('Hernán').sees('Nadie ha confirmado a tiempo el nivel', 'sigue en medio');
      assert.doesNotMatch(JSON.stringify(team), /Ana Colaboradora/);
      assert.deepEqual(
        buttons(team.card).map(({ verb }) => verb),
        ['case.view'],
      );
      const own = await one('Luis').sees('se lo conté a Marta Gerente y al equipo de humanización');
      await one('Luis').sees('Se pasó el plazo para confirmar', 'se le contó a Marta Gerente y al equipo');
      await one('Luis').taps('case.accept', {}, { message: card });
      const { data } = buttons(one('Luis').cardOf(own)).find(({ verb }) => verb === 'case.reclassify') ?? {};
      assert.equal(data?.level, 'medium');
      await one('Luis').taps('case.reclassify', {}, { message: card });
      await one('Ana').sees('en impacto medio');
      for (const name of ['Luis', 'Marta', 'Hernán']) assert.equal(heard(name, UNCONFIRMED), 1, name);
    });

    it('is confirmed from the notice', async () => {
      await reports(UNCLEAR);
      await timeIsOver();
      const own = await one('Luis').sees('sigue por confirmar');
      await one('Luis').taps('case.reclassify', {}, { message: own });
      await one('Ana').sees('en impacto medio');
    });

    it('is told of a protected case to those who receive it, and to nobody else', async () => {
      await reports(UNCLEAR_AND_PROTECTED);
      await timeIsOver();
      for (const name of ['Hernán', 'Paula']) await one(name).sees('Nadie ha confirmado a tiempo el nivel');
      for (const name of ['Luis', 'Marta', 'Diana']) {
        assert.ok(!JSON.stringify(one(name).received).includes('HUM-'), name);
      }
    });

    it('is marked in the lists', async () => {
      await reports(UNCLEAR);
      const card = await one('Luis').sees('por confirmar');
      await world.listed(String(buttons(one('Luis').cardOf(card))[0]?.data.id));
      await one('Luis').writes('bandeja');
      assert.match(textOf(one('Luis').card), /Impacto MEDIO, por confirmar/);
      await one('Marta').writes('equipo');
      assert.match(textOf(one('Marta').card), /Impacto MEDIO, por confirmar/);
    });
  });

  describe('that is lowered', () => {
    const lowers = (who: Player, card: ChatMessage, level: string, reclassifyReason: string) =>
      who.taps('case.reclassify', { level, reclassifyReason }, { message: card });
    const LOWERED = /bajó a impacto/;
    /** Whatever happens to a case sends all that is due of it. */
    const later = async (minutes: number, who: Player, card: ChatMessage) => {
      clock.forward(minutes * MINUTES);
      await who.taps('case.ask', { question: '¿Hay algo más?' }, { message: card });
      await one('Ana').sees('¿Hay algo más?');
    };

    it('from high is told to the humanization team, with the reason, once it can no longer be taken back', async () => {
      await open();
      await reports(HIGH);
      const card = await one('Luis').sees('Reportado, por aceptar');
      await one('Hernán').sees('HUM-');
      await lowers(one('Luis'), card, 'medium', 'El cuchillo era de cocina.');
      await one('Ana').sees('en impacto medio');
      assert.equal(heard('Hernán', LOWERED), 0);
      await later(3, one('Luis'), card);
      const told = await one('Hernán').sees(
        'Luis Líder',
        'bajó a impacto medio',
        'El cuchillo era de cocina.',
      );
      assert.deepEqual(
        buttons(told.card).map(({ verb }) => verb),
        ['case.view'],
      );
      assert.equal(heard('Marta', LOWERED), 0);
    });

    it('and taken back is told to nobody of the team', async () => {
      await open();
      await reports(HIGH);
      const card = await one('Luis').sees('Reportado, por aceptar');
      await lowers(one('Luis'), card, 'medium', 'El cuchillo era de cocina.');
      await one('Luis').taps('case.undo', {}, { message: card });
      await later(5, one('Luis'), card);
      assert.equal(heard('Hernán', LOWERED), 0);
    });

    it('for the second time is told, and not for the first time from medium', async () => {
      await open();
      await reports(MEDIUM);
      const card = await one('Luis').sees('Reportado, por aceptar');
      await lowers(one('Luis'), card, 'low', 'Fue un malentendido.');
      await later(3, one('Luis'), card);
      await lowers(one('Luis'), card, 'medium', 'Sí hubo insultos.');
      await lowers(one('Luis'), card, 'low', 'No los hubo.');
      await later(3, one('Luis'), card);
      await one('Hernán').sees('bajó a impacto bajo', 'No los hubo.');
      assert.equal(heard('Hernán', LOWERED), 1);
    });

    it('is told of a protected case to those who receive it, and to nobody else', async () => {
      await open();
      await reports('Un compañero me tocó los senos y la entrepierna sin mi permiso en el archivo.');
      const card = await one('Paula').sees('Reportado, por aceptar');
      await lowers(one('Paula'), card, 'medium', 'Así lo contó ella.');
      await later(3, one('Paula'), card);
      await one('Hernán').sees('bajó a impacto medio', 'Así lo contó ella.');
      assert.equal(heard('Diana', LOWERED) + heard('Luis', LOWERED) + heard('Marta', LOWERED), 0);
    });
  });
});
