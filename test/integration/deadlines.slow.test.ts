/** Deadlines as the queue of the service brings them, in real time. */

import { HIGH, LOW_SOMEWHERE } from '../support/sure-texts.js';
import { World } from '../support/world.js';

const SECONDS = 1 / 3_600;
const QUICK = { acceptHours: 3 * SECONDS, closeDays: 2 };

describe('deadlines, on the clock', function () {
  this.timeout(60_000);
  let world: World;
  afterEach(() => world.close());

  async function reports(narrative: string): Promise<void> {
    const ana = world.person('Ana');
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative });
    await ana.taps('report.submit');
  }

  it('remind first, then move a case up step by step to the humanization team', async () => {
    world = await World.open({ deadlines: { high: QUICK, medium: QUICK, low: QUICK } });
    await reports(HIGH);
    await world.person('Luis').sees('Te recuerdo el caso HUM-');
    await world.person('Marta').sees('Reportado, por aceptar', 'pasó a Marta Gerente');
    await world.person('Luis').sees('ya no está contigo');
    await world.person('Ana').sees('Nadie respondió a tiempo tu caso');
    await world.person('Hernán').sees('Reportado, por aceptar', 'pasó al equipo de humanización');
  });

  it('of a health claim are reminded of before its time runs out', async () => {
    world = await World.open({ healthHours: { vital: 8 * SECONDS, prioritised: 48, simple: 72 } });
    await reports(LOW_SOMEWHERE);
    const luis = world.person('Luis');
    const card = await luis.sees('Reportado, por aceptar');
    await luis.taps('case.health', { priority: 'vital' }, { message: card });
    await luis.sees('Te recuerdo que el caso');
  });
});
