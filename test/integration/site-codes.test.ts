/** The codes that hang at a site begin a report with the place filled in. */
import assert from 'node:assert/strict';
import { siteMessage } from '../../src/features/reports/index.js';
import { readServiceCycle } from '../../src/platform/impact/service-cycle.js';
import { inputValues, textOf } from '../support/cards.js';
import { sendReport } from '../support/reporting.js';
import { LOW_SOMEWHERE } from '../support/sure-texts.js';
import { World } from '../support/world.js';

const { sites, services } = readServiceCycle();

describe('a printed code of a site', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  it('begins a report there, and the leader reads where it happened', async () => {
    const ana = world.person('Ana');
    const [suba, farmacia] = [
      sites.find(({ id }) => id === 'suba'),
      services.find(({ id }) => id === 'farmacia'),
    ];
    assert.ok(suba && farmacia);
    await ana.writes(siteMessage(suba, farmacia));
    assert.equal(inputValues(ana.card).place, 'Sede Suba, Farmacia');
    await ana.taps('report.assess', { narrative: LOW_SOMEWHERE });
    await sendReport(ana);
    const luis = world.person('Luis');
    assert.match(
      textOf(luis.cardOf(await luis.sees('HUM-', 'Reportado, por aceptar'))),
      /Sede Suba, Farmacia/,
    );
  });

  it('works for every site and service of the catalogue', async () => {
    const ana = world.person('Ana');
    for (const message of [
      ...sites.map((site) => siteMessage(site)),
      ...services.map((one) => siteMessage(sites[0] ?? assert.fail(), one)),
    ]) {
      await ana.writes(message);
      assert.match(inputValues(ana.card).place ?? '', /./, message);
    }
  });

  it('is no code when anything else is written beside it', async () => {
    const ana = world.person('Ana');
    await ana.writes('Reportar en Sede Suba: me quiero morir');
    assert.equal(inputValues(ana.card).place ?? '', '');
  });
});
