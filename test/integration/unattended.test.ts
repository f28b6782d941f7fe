import { TableDirectory } from '../../src/platform/people/table-directory.js';
import { HIGH } from '../support/sure-texts.js';
import { type Player, World } from '../support/world.js';

describe('unattended work', () => {
  let world: World;
  let hernan: Player;
  beforeEach(async () => {
    world = await World.open();
    hernan = world.person('Hernán');
  });
  afterEach(() => world.close());

  /** Takes Hernán and Paula, its only members, out of the team; he stays an administrator. */
  async function leavesTheTeam(): Promise<void> {
    const people = new TableDirectory(world.stores.tables);
    await people.save([
      { ...hernan.person, roles: ['admin'] },
      { ...world.person('Paula').person, roles: [] },
    ]);
  }

  it('notifies the administrators of a case without a team, and not of its content', async () => {
    await leavesTheTeam();
    const ana = world.person('Ana');
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: HIGH });
    await ana.taps('report.submit');
    await hernan.sees('Hay un caso que nadie del equipo de humanización puede atender');
    await world.logged(/nobody of the humanization team can attend to a case/);
  });

  for (const [whom, prepare] of [
    ['the team', async () => undefined],
    ['the administrators, because there is no team', leavesTheTeam],
  ] as const) {
    it(`is moved to the poison queue and reported to ${whom}`, async () => {
      await prepare();
      const queue = world.stores.queue;
      await queue.put('{"kind":"dance"}', 0);
      await hernan.sees('quedó apartada');
    });
  }
});
