import assert from 'node:assert/strict';
import { textOf } from '../support/cards.js';
import { rawRows } from '../support/storage.js';
import { HandClock } from '../support/trainings.js';
import { World } from '../support/world.js';

const HOUR_MS = 3_600_000;

describe('the state of the bot', () => {
  let world: World;
  let clock: HandClock;
  beforeEach(async () => {
    clock = new HandClock();
    world = await World.open({ clock: clock.now });
  });
  afterEach(() => world.close());

  /** Waits until the rounds have run once, and returns the card. */
  async function status(text = 'estado'): Promise<string> {
    const rounds = () => rawRows(world.stores.tables, 'Operations');
    while ((await rounds()).length < 3);
    const hernan = world.person('Hernán');
    await hernan.writes(text);
    return textOf(hernan.card);
  }

  it('is for administrators; others are told where their own case is', async () => {
    for (const name of ['Ana', 'Luis', 'Teresa']) {
      const said = await world.person(name).writes('estado');
      assert.match(said.text ?? '', /lo ve quien lo administra.*«mis casos»/);
    }
  });

  it('shows version, instances, queue, audit, notices and the directory, and finds nothing to look at', async () => {
    const card = await status('¿cómo está el bot?');
    assert.match(card, /No hay nada por mirar/);
    assert.match(card, /\d+\.\d+\.\d+/);
    assert.match(card, /1 instancia/);
    assert.match(card, /nada perdido · /);
    assert.match(card, /\d+ personas cargadas · /);
    assert.doesNotMatch(card, /Por mirar/);
  });

  it('says what to look at: work set aside, a notice given up, an audit that does not come, old people', async () => {
    await status();
    await world.stores.poison.put('{}', 0);
    await world.stores.tables.write('Operations', {
      kind: 'upsert',
      row: { partitionKey: 'round', rowKey: 'parked', at: clock.now().toISOString(), count: 2 },
    });
    assert.match(await status(), /Hay 2 cosas por mirar/);
    assert.match(await status(), /Por mirar: Trabajo apartado.*1 mensaje/s);
    assert.match(await status(), /Por mirar: Avisos que no llegaron.*2 avisos/s);
    clock.forward(HOUR_MS);
    assert.match(await status(), /Por mirar: Auditoría de entregas/);
    assert.doesNotMatch(await status(), /Por mirar: Directorio/);
    clock.forward(40 * 24 * HOUR_MS);
    assert.match(await status(), /Por mirar: Directorio.*import-people/s);
  });

  it('tells nothing of cases or people', async () => {
    const ana = world.person('Ana');
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: 'En la ventanilla me gritaron y perdí la mañana.' });
    await ana.taps('report.submit');
    const card = await status();
    assert.doesNotMatch(card, /Ana|Luis|HUM-|ventanilla/);
  });
});
