import assert from 'node:assert/strict';
import { routeReport } from '../../src/cases/routing.js';
import type { Directory, Person } from '../../src/people/person.js';
import { aPerson } from './fixtures.js';

const TEAM = { assignee: { kind: 'humanization' }, role: 'humanization' };

/** A directory of these people, each with the superior named. */
function directoryOf(superiors: Record<string, string | undefined>): Directory {
  const people = new Map<string, Person>(
    Object.entries(superiors).map(([id, superiorId]) => [id, aPerson(id, { superiorId })]),
  );
  return {
    find: async (id) => people.get(id),
    withRole: async () => [],
  };
}

const LINE = { ana: 'luis', luis: 'marta', marta: undefined, carlos: 'luis' };

async function route(
  superiors: Record<string, string | undefined>,
  options: { superiorInvolved?: boolean; chosenId?: string } = {},
) {
  const directory = directoryOf(superiors);
  const reporter = (await directory.find('ana')) ?? aPerson('ana', { superiorId: superiors.ana });
  return routeReport(directory, reporter, { superiorInvolved: false, ...options });
}

describe('whom a report goes to', () => {
  it('should be the immediate superior', async () => {
    const { assignee, role, person } = await route(LINE);
    assert.deepEqual(assignee, { kind: 'person', id: 'luis' });
    assert.deepEqual([role, person?.name], ['superior', 'Name of luis']);
  });

  it('should be the next one up when the superior is involved', async () => {
    const { assignee, role, person } = await route(LINE, { superiorInvolved: true });
    assert.deepEqual(assignee, { kind: 'person', id: 'marta' });
    assert.deepEqual([role, person?.id], ['next-superior', 'marta']);
  });

  it('should be the team at the top of the line', async () => {
    assert.deepEqual(await route({ ana: undefined }), TEAM);
    assert.deepEqual(await route({ ana: 'luis', luis: undefined }, { superiorInvolved: true }), TEAM);
  });

  it('should be the team when the directory does not know the superior', async () => {
    assert.deepEqual(await route({ ana: 'gone' }), TEAM);
    assert.deepEqual(await route({ ana: 'gone' }, { superiorInvolved: true }), TEAM);
    assert.deepEqual(await route({ ana: 'luis', luis: 'gone' }, { superiorInvolved: true }), TEAM);
  });

  it('should never be the reporter', async () => {
    assert.deepEqual(await route({ ana: 'ana' }), TEAM);
    assert.deepEqual(await route({ ana: 'luis', luis: 'ana' }, { superiorInvolved: true }), TEAM);
    assert.deepEqual(await route(LINE, { chosenId: 'ana' }), TEAM);
  });

  it('should never be the involved superior, though the directory puts them above themselves', async () => {
    assert.deepEqual(await route({ ana: 'luis', luis: 'luis' }, { superiorInvolved: true }), TEAM);
  });

  it('should be the superior that the reporter named instead', async () => {
    const line = { ...LINE, other: 'boss', boss: undefined };
    const named = await route(line, { chosenId: 'other' });
    assert.deepEqual([named.assignee, named.role], [{ kind: 'person', id: 'other' }, 'superior']);
    const above = await route(line, { chosenId: 'other', superiorInvolved: true });
    assert.deepEqual([above.assignee, above.role], [{ kind: 'person', id: 'boss' }, 'next-superior']);
  });

  it('should be the named superior where the directory knows none', async () => {
    const { assignee } = await route({ ana: undefined, marta: undefined }, { chosenId: 'marta' });
    assert.deepEqual(assignee, { kind: 'person', id: 'marta' });
  });
});
