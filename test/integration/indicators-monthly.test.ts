import assert from 'node:assert/strict';
import { Wishes } from '../../src/features/indicators/store/wishes.js';
import { Absences } from '../../src/platform/people/absences.js';
import type { Tables } from '../../src/platform/storage/tables.js';
import { buttons, textOf } from '../support/cards.js';
import { bogota } from '../support/fixtures.js';
import { rawRows } from '../support/storage.js';
import { HandClock } from '../support/trainings.js';
import { type Player, World } from '../support/world.js';

const MONTH = '2026-12';
/** The first business day of the month is a Tuesday. */
const EIGHT = bogota('2026-12-01 08:00');
/** The Tuesday after it is a holiday. */
const AWAY = { from: '2026-11-30', until: '2026-12-07', deputyId: '' };

describe('the figures of each month', function () {
  this.timeout(60_000);
  let world: World;
  let clock: HandClock;
  let tables: Tables;
  beforeEach(async () => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now });
    tables = world.stores.tables;
  });
  afterEach(() => world.close());

  const one = (name: string) => world.person(name);
  const monthly = (player: Player) =>
    player.received.filter(
      ({ card }) =>
        card && /^Indicadores de noviembre[\s\S]*\nDejar de recibirlos cada mes/.test(textOf(card)),
    );

  /** The round of the month, which the bot queues when it is due, at this moment. */
  async function roundAt(at: Date): Promise<void> {
    clock.set(at.toISOString());
    await world.brings({ kind: 'monthly-round', month: MONTH });
  }
  const isPut = () => world.logged(/"month":"2026-12".*figures of the month put on their way/);
  const rowsOf = async (partition: string) =>
    (await rawRows(world.stores.tables, 'Figures')).filter((row) => row.partitionKey === partition);

  it('come to the team and to leaders who want them, at eight on the first business day, once', async () => {
    await one('Luis').writes('indicadores');
    const wish = await one('Luis').taps('indicators.monthly', {}, { with: { id: 'on' } });
    assert.match(JSON.stringify(wish), /el primer día hábil de cada mes/);
    await roundAt(bogota('2026-12-01 07:59'));
    await roundAt(EIGHT);
    await one('Hernán').sees('Indicadores de noviembre de 2026', 'Toda la organización');
    await one('Luis').sees('Indicadores de noviembre de 2026', 'Tu equipo');
    await isPut();
    // As after a crash before it was noted that they were put on their way.
    await tables.write('Figures', { kind: 'delete', partitionKey: `monthly:${MONTH}`, rowKey: 'sent' });
    assert.deepEqual(monthly(one('Marta')), [], 'she did not ask for them');
    const wishes = new Wishes(tables);
    await wishes.set({ personId: one('Marta').person.id, wants: true, at: EIGHT.toISOString() });
    await roundAt(bogota('2026-12-02 09:00'));
    // What goes out again would go out with hers.
    await one('Marta').sees('Indicadores de noviembre de 2026', 'Tu equipo');
    await one('Ana').writes('hola');
    for (const name of ['Hernán', 'Luis', 'Paula']) assert.equal(monthly(one(name)).length, 1, name);
  });

  it('wait for who is away until the first business day after it', async () => {
    await new Absences(tables).save(one('Hernán').person.id, AWAY);
    await roundAt(EIGHT);
    await one('Paula').sees('Indicadores de noviembre de 2026');
    assert.deepEqual(monthly(one('Hernán')), []);
    const row = (await rowsOf(`monthly:${MONTH}`)).find(({ target }) => target === one('Hernán').person.id);
    assert.equal(row?.notBefore, bogota('2026-12-09 08:00').toISOString());
  });

  it('end by one tap on the card that comes', async () => {
    await roundAt(EIGHT);
    await one('Paula').sees('Indicadores de noviembre de 2026');
    const ended = await one('Paula').taps('indicators.monthly');
    assert.match(JSON.stringify(ended), /ya no te llegan/);
    const said = await new Wishes(tables).find(one('Paula').person.id);
    assert.equal(said?.wants, false);
    await one('Paula').writes('mis datos');
    assert.match(textOf(one('Paula').card), /recibir, o no, los indicadores cada mes/);
    await one('Paula').writes('indicadores');
    const offered = buttons(one('Paula').card).find(({ verb }) => verb === 'indicators.monthly');
    assert.deepEqual(offered?.data.id, 'on');
  });

  it('do not come to who said no, or has left, and forget the wish of the latter', async () => {
    const wishes = new Wishes(tables);
    const at = '2026-11-24T14:00:00Z';
    await wishes.set({ personId: one('Hernán').person.id, wants: false, at });
    await wishes.set({ personId: 'left', wants: true, at });
    await roundAt(EIGHT);
    await one('Paula').sees('Indicadores de noviembre de 2026');
    await isPut();
    assert.deepEqual(monthly(one('Hernán')), []);
    assert.equal(await wishes.find('left'), undefined);
  });
});
