import assert from 'node:assert/strict';
import { lineOf } from '../../../../../../src/features/cases/service/lists/projection.js';
import { aCase, aPerson, LEADER } from '../../../../../support/fixtures.js';

describe('the line that sees a case in its list', () => {
  const people = new Map(
    [aPerson(LEADER, { superiorId: 'marta' }), aPerson('marta', { superiorId: 'boss' }), aPerson('boss')].map(
      (person) => [person.id, person],
    ),
  );
  const directory = { find: async (id: string) => people.get(id), withRole: async () => [] };

  it('is the assignee and everybody above who is not involved', async () => {
    assert.deepEqual(await lineOf(directory, aCase({ excludedIds: ['marta'] })), [LEADER, 'boss']);
  });

  it('is nobody when the case is protected, whoever has it', async () => {
    assert.deepEqual(await lineOf(directory, aCase({ protectedBy: 'protected' })), []);
  });
});
