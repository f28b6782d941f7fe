import assert from 'node:assert/strict';
import { type ReportRouting, routeReport } from '../../../../../src/features/reports/service/routing.js';
import { aPerson } from '../../../../support/fixtures.js';
import { directoryOf, LINE, line, type People } from '../../../../support/lines.js';

const TODAY = '2026-11-24';
const AWAY = { from: '2026-11-20', until: '2026-11-24' };
const BACK = { from: '2026-11-20', until: '2026-11-23' };

async function route(people: People, options: Partial<ReportRouting> = {}) {
  const directory = directoryOf(people);
  const reporter = (await directory.find('ana')) ?? aPerson('ana');
  const { assignee, assigneeRole, person, excludedIds } = await routeReport(directory, reporter, {
    superiorInvolved: false,
    narrative: '',
    isBurst: false,
    today: TODAY,
    ...options,
  });
  assert.equal(person?.id, assignee.kind === 'person' ? assignee.id : undefined);
  return { to: assignee.kind === 'person' ? assignee.id : 'TEAM', as: assigneeRole, excludedIds };
}

const to = (id: string, as: string, excludedIds: string[] = []) => ({ to: id, as, excludedIds });
const team = (excludedIds: string[] = []) => to('TEAM', 'humanization', excludedIds);

describe('a new report', () => {
  it('goes to the immediate superior', async () => {
    assert.deepEqual(await route(LINE), to('luis', 'superior'));
  });

  it('goes to the next one up when the superior is involved, and excludes the superior', async () => {
    assert.deepEqual(await route(LINE, { superiorInvolved: true }), to('marta', 'next-superior', ['luis']));
  });

  it('goes to the deputy while the superior is away, up to the last day', async () => {
    assert.deepEqual(await route(line({ luis: { away: AWAY } })), to('diana', 'deputy'));
    assert.deepEqual(await route(line({ luis: { away: BACK } })), to('luis', 'superior'));
    const tomorrow = { from: '2026-11-25', until: '2026-11-30' };
    assert.deepEqual(await route(line({ luis: { away: tomorrow } })), to('luis', 'superior'));
  });

  it('goes to the next one up while the superior is away without a deputy', async () => {
    const up = to('marta', 'next-superior');
    assert.deepEqual(await route(line({ luis: { away: AWAY, deputyId: undefined } })), up);
    assert.deepEqual(await route(line({ luis: { away: AWAY, deputyId: 'gone' } })), up);
    assert.deepEqual(await route(line({ luis: { away: AWAY }, diana: { away: AWAY } })), up);
    assert.deepEqual(await route(line({ luis: { away: AWAY, deputyId: 'ana' } })), up, 'never the reporter');
  });

  it('goes to the deputy of the next one up when that one is away too', async () => {
    const people = line({
      luis: { away: AWAY, deputyId: undefined },
      marta: { away: AWAY, deputyId: 'diana' },
    });
    assert.deepEqual(await route(people), to('diana', 'deputy'));
  });

  it('skips people who have left, as superior and as deputy', async () => {
    const gone = { isDisabled: true };
    assert.deepEqual(await route(line({ luis: gone })), to('marta', 'next-superior'));
    assert.deepEqual(
      await route(line({ luis: { ...gone, away: AWAY } })),
      to('marta', 'next-superior'),
      'nor does anybody stand in for them',
    );
    assert.deepEqual(await route(line({ luis: { away: AWAY }, diana: gone })), to('marta', 'next-superior'));
    assert.deepEqual(await route(line({ luis: gone, marta: gone, boss: gone })), team());
    assert.deepEqual(await route(line({ diana: gone }), { chosenId: 'diana' }), to('marta', 'next-superior'));
  });

  it('goes to the team at the top of the line', async () => {
    assert.deepEqual(await route({ ana: {} }), team());
    assert.deepEqual(
      await route({ ana: { superiorId: 'luis' }, luis: {} }, { superiorInvolved: true }),
      team(['luis']),
    );
    assert.deepEqual(await route({ ana: { superiorId: 'luis' }, luis: { away: AWAY } }), team());
  });

  it('goes to the team when the directory does not know the superior', async () => {
    const gone = { ana: { superiorId: 'gone' } };
    assert.deepEqual(await route(gone), team());
    assert.deepEqual(await route(gone, { superiorInvolved: true }), team(['gone']));
    assert.deepEqual(
      await route(line({ luis: { superiorId: 'gone' } }), { superiorInvolved: true }),
      team(['luis']),
    );
  });

  it('never goes to the reporter', async () => {
    assert.deepEqual(await route({ ana: { superiorId: 'ana' } }), team());
    const circle = { ana: { superiorId: 'luis' }, luis: { superiorId: 'ana' } };
    assert.deepEqual(await route(circle, { superiorInvolved: true }), team(['luis']));
    assert.deepEqual(await route(LINE, { chosenId: 'ana' }), to('luis', 'next-superior'));
  });

  it('never goes to the involved superior, neither by a cycle nor as a deputy', async () => {
    assert.deepEqual(
      await route(line({ luis: { superiorId: 'luis' } }), { superiorInvolved: true }),
      team(['luis']),
    );
    const circle = line({ marta: { superiorId: 'luis', away: AWAY } });
    assert.deepEqual(await route(circle, { superiorInvolved: true }), team(['luis']));
    const standsIn = line({ marta: { away: AWAY, deputyId: 'luis' } });
    assert.deepEqual(
      await route(standsIn, { superiorInvolved: true }),
      to('boss', 'next-superior', ['luis']),
    );
  });

  it('excludes the deputy or next one up named on the card, together with the superior', async () => {
    const deputy = line({ luis: { away: AWAY } });
    assert.deepEqual(await route(deputy), to('diana', 'deputy'));
    assert.deepEqual(
      await route(deputy, { superiorInvolved: true }),
      to('marta', 'next-superior', ['luis', 'diana']),
    );
    const nextUp = line({ luis: { away: AWAY, deputyId: undefined } });
    assert.deepEqual(await route(nextUp), to('marta', 'next-superior'));
    assert.deepEqual(
      await route(nextUp, { superiorInvolved: true }),
      to('boss', 'next-superior', ['luis', 'marta']),
    );
    const allAway = line({ luis: { away: AWAY, deputyId: undefined }, marta: { away: AWAY } });
    assert.deepEqual(await route(allAway, { superiorInvolved: true }), team(['luis', 'boss']));
  });

  it('goes to the superior that the reporter named instead', async () => {
    const people = { ...LINE, other: { superiorId: 'boss' } };
    assert.deepEqual(await route(people, { chosenId: 'other' }), to('other', 'superior'));
    const involved = await route(people, { chosenId: 'other', superiorInvolved: true });
    assert.deepEqual(involved, to('boss', 'next-superior', ['other', 'luis']), 'nor whom the card named');
    assert.deepEqual(await route({ marta: {} }, { chosenId: 'marta' }), to('marta', 'superior'));
  });
});

describe('a report for the team', () => {
  const PEOPLE = line({ olga: { superiorId: 'boss', roles: ['humanization'] } });
  const reason = async (people: People, options: Partial<ReportRouting>) => {
    const directory = directoryOf(people);
    const reporter = (await directory.find('ana')) ?? aPerson('ana');
    const how = { narrative: '', superiorInvolved: false, isBurst: false, today: TODAY, ...options };
    const { person, teamReason } = await routeReport(directory, reporter, how);
    return person?.id ?? teamReason;
  };

  it('is one for which the reporter chose somebody of the team', async () => {
    assert.equal(await reason(PEOPLE, { chosenId: 'olga' }), 'chosen');
    const involved = await route(PEOPLE, { chosenId: 'olga', superiorInvolved: true });
    assert.deepEqual(involved, team(['olga', 'luis']), 'and that person is left out if involved');
  });

  it('is not one for which the reporter chose somebody of the team who is in their line', async () => {
    assert.equal(await reason(line({ marta: { roles: ['humanization'] } }), { chosenId: 'marta' }), 'marta');
  });

  it('is one of a burst, also when somebody was chosen, and involved people are left out all the same', async () => {
    for (const chosenId of [undefined, 'marta', 'olga']) {
      assert.equal(await reason(PEOPLE, { chosenId, isBurst: true }), 'burst');
    }
    assert.deepEqual(await route(PEOPLE, { isBurst: true, superiorInvolved: true }), team(['luis']));
  });

  it('is one for which nobody is found in the line', async () => {
    assert.equal(await reason({ ana: {} }, {}), 'line');
  });
});

describe('involved people further up', () => {
  it('are left out when the narrative names them', async () => {
    const named = await route(LINE, { superiorInvolved: true, narrative: 'El señor Name of marta' });
    assert.deepEqual(named, team(['luis', 'marta', 'boss']), 'every name in these tests begins alike');
    const people = line({ luis: { name: 'Luis' }, marta: { name: 'Marta' }, boss: { name: 'Berta' } });
    const narrative = 'Marta le gritó a la usuaria.';
    assert.deepEqual(
      await route(people, { superiorInvolved: true, narrative }),
      to('boss', 'next-superior', ['luis', 'marta']),
    );
    assert.deepEqual(await route(people, { narrative }), to('luis', 'superior'), 'a name is no accusation');
  });
});
