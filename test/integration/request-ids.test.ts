import assert from 'node:assert/strict';
import { LOW } from '../support/sure-texts.js';
import { World } from '../support/world.js';

describe('the log lines of a report', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  it('carry one id from the activity to each notice, and nothing about people', async () => {
    const [ana, luis] = [world.person('Ana'), world.person('Luis')];
    await ana.writes('reportar');
    await ana.taps('report.assess', { narrative: LOW });
    await ana.taps('report.submit');
    await luis.sees('HUM-');
    await world.close();
    const lines = world.logLines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const notices = lines.filter(({ msg, kind }) => msg === 'effect carried out' && kind === 'case.card');
    assert.ok(notices.length >= 2);
    const [request] = new Set(notices.map((line) => line.request));
    assert.deepEqual([...new Set(notices.map((line) => line.request))], [request]);
    const taken = lines.filter((line) => line.request === request && line.msg === 'activity taken');
    assert.deepEqual(
      taken.map(({ type }) => type),
      ['invoke'],
    );
    assert.doesNotMatch(world.logLines.join(), /ventanilla|Colaboradora|Líder/);
  });
});
