/** Nobody can be harassed through the bot, and nobody's report is refused. */
import assert from 'node:assert/strict';
import type { ChatMessage } from '../../src/local/chats.js';
import { textOf } from '../support/cards.js';
import { sendReport } from '../support/reporting.js';
import { LOW, LOW_TOO } from '../support/sure-texts.js';
import { type Player, World } from '../support/world.js';

describe('whom a report reaches', () => {
  let world: World;
  let ahead: number;
  let ana: Player;
  beforeEach(async () => {
    ahead = 0;
    // Runs on, so that the limits on notices do not hold the cards back.
    world = await World.open({ clock: () => new Date(Date.now() + ahead) });
    ana = world.person('Ana');
  });
  afterEach(() => world.close());

  const idOf = (firstName: string) => world.person(firstName).person.id;
  const writes = async (narrative: string, confidential: boolean) => {
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative, confidential: String(confidential) });
  };
  const sendsTo = async (superior: string): Promise<string> => {
    const message = ana.last;
    await sendReport(ana, { superior });
    return textOf(ana.cardOf(message));
  };
  const isSent = (shown: string) => /HUM-\d{4}-\d{6}/.test(shown);

  for (const confidential of [false, true]) {
    it(`is never a colleague who leads nobody, ${confidential ? 'with' : 'without'} the name withheld`, async () => {
      await writes(LOW, confidential);
      const shown = await sendsTo(idOf('Carlos'));
      assert.ok(!isSent(shown), shown);
      assert.match(shown, confidential ? /en reserva, el reporte solo puede/ : /no puede recibir el reporte/);
      await ana.taps('report.submit', { superior: '' });
      await world.person('Luis').sees('HUM-');
      assert.equal(cards(world.person('Carlos')), 0);
    });
  }

  it('may be the leader of another area, but not with the name withheld', async () => {
    await writes(LOW, false);
    assert.ok(isSent(await sendsTo(idOf('Diana'))));
    await world.person('Diana').sees('HUM-');
    await writes(LOW_TOO, true);
    assert.match(await sendsTo(idOf('Diana')), /en reserva, el reporte solo puede/);
  });

  it('may be anybody above the reporter, or the humanization team', async () => {
    await writes(LOW, true);
    assert.ok(isSent(await sendsTo(idOf('Marta'))));
    await world.person('Marta').sees('HUM-');
    await writes(LOW_TOO, true);
    assert.ok(isSent(await sendsTo(idOf('Hernán'))));
    await world.person('Hernán').sees('HUM-');
  });

  it('is the humanization team from the eleventh report in an hour on, and the card says so', async () => {
    const send = async (at: number) => {
      await writes(`${LOW} Fue la vez ${at} de la semana.`, true);
      const shown = textOf(ana.card);
      await ana.taps('report.submit');
      assert.ok(isSent(textOf(ana.card)), 'no report is refused');
      return shown;
    };
    for (let at = 1; at <= 10; at++) assert.match(await send(at), /Luis Líder/);
    for (let at = 11; at <= 13; at++) {
      const shown = await send(at);
      assert.match(shown, /equipo de humanización/i);
      assert.match(shown, /ya enviaste diez reportes en la última hora/);
    }
    const hernan = world.person('Hernán');
    await hernan.sees('-000013');
    assert.equal(cards(world.person('Luis')), 10);
    assert.match(textOf(hernan.cardOf(hernan.last)), /más de diez reportes/);
    assert.ok(!textOf(hernan.cardOf(hernan.last)).includes('Ana'), 'the name stays withheld');
    ahead = 61 * 60_000;
    assert.match(await send(14), /Luis Líder/);
  });

  it('does not change when many reports are sent at the same moment', async () => {
    const messages: ChatMessage[] = [];
    for (let at = 1; at <= 15; at++) {
      await writes(`${LOW} Fue la vez ${at} de la semana.`, false);
      messages.push(ana.last);
    }
    await Promise.all(messages.map((message) => ana.taps('report.submit', {}, { message })));
    const reached = () => cards(world.person('Hernán')) + cards(world.person('Luis'));
    await ana.until(() => (reached() === 15 ? true : undefined), 'not all arrive');
    assert.ok(cards(world.person('Luis')) <= 10);
  });
});

const cards = ({ received }: Player) => received.filter(({ card }) => textOf(card).includes('HUM-')).length;
