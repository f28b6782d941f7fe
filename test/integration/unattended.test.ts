import { TableDirectory } from '../../src/platform/people/table-directory.js';
import { AzureTables } from '../../src/platform/storage/azure-tables.js';
import { AzureQueue } from '../../src/platform/storage/queue.js';
import { type Player, World } from '../support/world.js';

const THREAT = 'Un usuario amenazó a la auxiliar con un cuchillo y le dijo que la esperaba a la salida.';

describe('where nobody of the humanization team is there', () => {
  let world: World;
  let hernan: Player;
  beforeEach(async () => {
    world = await World.open();
    hernan = world.person('Hernán');
  });
  afterEach(() => world.close());

  /** Hernán is the whole team, and an administrator beside that. */
  async function leavesTheTeam(): Promise<void> {
    const people = new TableDirectory(new AzureTables({ connectionString: world.connectionString }));
    await people.save([{ ...hernan.person, roles: ['admin'] }]);
  }

  it('tells the administrators that there is a case, and nothing of what is in it', async () => {
    await leavesTheTeam();
    const ana = world.person('Ana');
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: THREAT });
    await ana.taps('report.submit');
    await hernan.sees('Hay un caso que nadie del equipo de humanización puede atender');
    await world.logged(/nobody of the humanization team can attend to a case/);
  });

  for (const [whom, prepare] of [
    ['the team', async () => undefined],
    ['the administrators, where there is no team,', leavesTheTeam],
  ] as const) {
    it(`tells ${whom} of work that is set aside`, async () => {
      await prepare();
      const queue = new AzureQueue({ connectionString: world.connectionString }, 'work');
      await queue.put('{"kind":"dance"}', 0);
      await hernan.sees('quedó apartada');
    });
  }
});
