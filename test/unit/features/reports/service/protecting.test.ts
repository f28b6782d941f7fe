import assert from 'node:assert/strict';
import {
  type ProtectedRoute,
  routeProtected,
} from '../../../../../src/features/reports/service/protecting.js';
import type { ReportRouting } from '../../../../../src/features/reports/service/routing.js';
import type { Directory, Person } from '../../../../../src/platform/people/person.js';
import { aPerson } from '../../../../support/fixtures.js';

const HUMANIZATION = ['humanization'] as const;
const GUARDS = ['humanization', 'protected'] as const;

const PEOPLE: Record<string, Partial<Person>> = {
  ana: { superiorId: 'luis' },
  luis: { superiorId: 'marta', deputyId: 'diana' },
  diana: { superiorId: 'marta' },
  marta: {},
  hernan: { name: 'Hernán Humanización', roles: [...GUARDS] },
  paula: { name: 'Paula Prada', roles: [...GUARDS] },
  olga: { name: 'Olga Ortiz', roles: [...HUMANIZATION] },
};

async function route(
  more: Record<string, Partial<Person>> = {},
  options: Partial<ReportRouting> = {},
  reporterId = 'ana',
): Promise<ProtectedRoute> {
  const ids = [...new Set([...Object.keys(PEOPLE), ...Object.keys(more)])];
  const people = new Map(ids.map((id) => [id, aPerson(id, { ...PEOPLE[id], ...more[id] })]));
  const directory: Directory = {
    find: async (id) => people.get(id),
    withRole: async (role) => [...people.values()].filter(({ roles }) => roles.includes(role)),
  };
  const routing = { narrative: '', superiorInvolved: false, isBurst: false, today: '2026-11-24', ...options };
  return routeProtected(directory, people.get(reporterId) ?? aPerson(reporterId), {
    ...routing,
    protections: ['sexual-violence'],
  });
}

const idsOf = ({ receivers }: ProtectedRoute) => receivers.map(({ id }) => id);

describe('a protected report', () => {
  it('goes to the people with the role, and leaves out all who lead the reporter', async () => {
    const found = await route();
    assert.deepEqual(found.assignee, { kind: 'protected' });
    assert.deepEqual([found.protectedBy, found.assigneeRole], ['protected', 'protected']);
    assert.deepEqual(idsOf(found), ['hernan', 'paula']);
    assert.deepEqual(found.excludedIds, ['luis', 'marta']);
  });

  it('goes to the humanization team when fewer than two people of the role can receive it', async () => {
    const all = [...GUARDS];
    for (const [what, found, excludedIds] of [
      ['one has the role', await route({ paula: { roles: [...HUMANIZATION] } }), ['luis', 'marta']],
      ['one reported it', await route({}, {}, 'hernan'), []],
      ['one leads the reporter', await route({ luis: { superiorId: 'paula' } }), ['luis', 'paula']],
      ['one is named', await route({}, { narrative: 'Don Hernan me tocó.' }), ['luis', 'marta', 'hernan']],
      ['one has left', await route({ paula: { isDisabled: true } }), ['luis', 'marta']],
      ['nobody has it', await route({ paula: { roles: [] }, hernan: { roles: [] } }), ['luis', 'marta']],
    ] as const) {
      assert.equal(found.protectedBy, 'humanization', what);
      assert.deepEqual([found.receivers, found.excludedIds], [[], excludedIds], what);
    }
    const three = await route({ marta: { roles: all } });
    assert.deepEqual(idsOf(three), ['hernan', 'paula'], 'a leader of the reporter does not receive it');
    const named = await route({ rosa: { name: 'Rosa Ríos', roles: all } }, { narrative: 'Fue Rosa.' });
    assert.deepEqual(idsOf(named), ['hernan', 'paula'], 'nor does somebody who is named');
  });

  it('leaves out members of the team who are named, for good', async () => {
    assert.deepEqual((await route({}, { narrative: 'la doctora Ortiz' })).excludedIds, [
      'luis',
      'marta',
      'olga',
    ]);
  });

  it('leaves out whom the card named when that person is involved, and a superior whom the reporter chose', async () => {
    const away = { away: { from: '2026-11-20', until: '2026-11-30' } };
    const deputy = await route({ luis: { ...PEOPLE.luis, ...away } }, { superiorInvolved: true });
    assert.deepEqual(deputy.excludedIds, ['luis', 'diana', 'marta']);
    assert.deepEqual((await route({}, { chosenId: 'diana' })).excludedIds, ['diana', 'luis', 'marta']);
    assert.deepEqual(idsOf(await route({}, { chosenId: 'paula' })), ['hernan', 'paula'], 'of the team');
    assert.deepEqual((await route({}, { chosenId: 'nobody at all' })).excludedIds, ['luis', 'marta']);
  });

  it('does not change with a burst of reports', async () => {
    assert.deepEqual(idsOf(await route({}, { isBurst: true })), ['hernan', 'paula']);
  });
});
