import assert from 'node:assert/strict';
import { KnownTeams } from '../../../../src/platform/people/teams.js';
import { MemoryTables } from '../../../support/memory-tables.js';

const TEAM = { teamId: '19:team@thread.tacv2', name: 'Servicio', serviceUrl: 'https://teams.example/' };

describe('the teams of the bot', () => {
  let tables: MemoryTables;
  beforeEach(() => {
    tables = new MemoryTables();
  });

  it('are the same for every instance, also when another one has removed a team', async () => {
    const [one, other] = [new KnownTeams(tables), new KnownTeams(tables)];
    await one.note(TEAM);
    assert.deepEqual(await other.all(), [TEAM]);
    await other.forget(TEAM.teamId);
    assert.deepEqual(await one.all(), []);
    await one.note(TEAM);
    assert.deepEqual(await other.all(), [TEAM]);
  });

  it('are not looked up each time that somebody writes in one, and noted again when it takes the bot back', async () => {
    const [one, other] = [new KnownTeams(tables), new KnownTeams(tables)];
    await one.noteUse(TEAM);
    await other.forget(TEAM.teamId);
    await one.noteUse(TEAM);
    assert.deepEqual(await other.all(), []);
    await one.note(TEAM);
    assert.deepEqual(await other.all(), [TEAM]);
    await one.forget(TEAM.teamId);
    await one.noteUse(TEAM);
    assert.deepEqual(await other.all(), [TEAM]);
  });

  it('keep a name that an event leaves out', async () => {
    const teams = new KnownTeams(tables);
    await teams.note(TEAM);
    await teams.note({ ...TEAM, name: '', serviceUrl: 'https://elsewhere.example/' });
    assert.deepEqual(await teams.all(), [{ ...TEAM, serviceUrl: 'https://elsewhere.example/' }]);
  });
});
