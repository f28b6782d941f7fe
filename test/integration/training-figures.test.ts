import assert from 'node:assert/strict';
import { FigureStore } from '../../src/platform/figures/figure-store.js';
import { memoryStores } from '../support/memory-stores.js';
import { soon } from '../support/soon.js';
import { announce, HandClock, register, rowsUnder } from '../support/trainings.js';
import { World } from '../support/world.js';

const NAMES = ['Ana', 'Luis', 'Marta', 'Hernán', 'Paula', 'Teresa'];
const MINUTE_MS = 60_000;

describe('the figures of trainings', () => {
  const clock = new HandClock();
  let world: World;
  before(async () => {
    world = await World.open({ clock: clock.now, stores: memoryStores(clock.now) });
  });
  after(() => world.close());

  it('equal a second count within a minute of 30 random corrections', async () => {
    const { id } = await announce(world, { capacity: '0' });
    await register(world, 'Ana', id);
    const teresa = world.person('Teresa');
    for (let round = 1; round <= 30; round++) {
      clock.forward(1_000);
      const name = NAMES[(round * 7 + Math.floor(Math.random() * NAMES.length)) % NAMES.length] ?? 'Ana';
      const person = world.person(name).person.id;
      const kind = Math.random() < 0.5 ? 'added' : 'removed';
      const verb = 'attendance.correct';
      await teresa.sends(teresa.last, verb, { verb, id, kind, person, reason: 'Estuvo, o no estuvo' });
    }
    clock.forward(MINUTE_MS);
    const listed = (await rowsUnder(world, id, 'attendee:')).length;
    const figures = new FigureStore(world.stores.tables);
    const counted = async () => {
      const month = (await figures.read('all', ['2026'])).get('2026-11');
      const { 'trainings.attended': attended = 0, 'trainings.trained~month': trained = 0 } =
        month?.counts ?? {};
      return [attended, trained];
    };
    await soon(async () => (await counted()).every((count) => count === listed) || undefined);
    assert.deepEqual(await counted(), [listed, listed]);
  });
});
