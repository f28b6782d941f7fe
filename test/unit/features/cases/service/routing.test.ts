import assert from 'node:assert/strict';
import type { Case } from '../../../../../src/features/cases/domain/case.js';
import { lineAbove, routeReport, routeUp } from '../../../../../src/features/cases/service/routing.js';
import type { Directory, Person } from '../../../../../src/platform/people/person.js';
import { aCase, aPerson } from '../../../../support/fixtures.js';

const TODAY = '2026-11-24';
const AWAY = { from: '2026-11-20', until: '2026-11-24' };
const BACK = { from: '2026-11-20', until: '2026-11-23' };

/** Each person by id: the superior, and what else there is. */
type People = Record<string, Partial<Person>>;

function directoryOf(people: People): Directory {
  const found = new Map(Object.entries(people).map(([id, more]) => [id, aPerson(id, more)]));
  return { find: async (id) => found.get(id), withRole: async () => [] };
}

const LINE: People = {
  ana: { superiorId: 'luis' },
  carlos: { superiorId: 'luis' },
  luis: { superiorId: 'marta', deputyId: 'diana' },
  diana: { superiorId: 'marta' },
  marta: { superiorId: 'boss' },
  boss: {},
};
const line = (more: People): People =>
  Object.fromEntries(
    [...new Set([...Object.keys(LINE), ...Object.keys(more)])].map((id) => [
      id,
      { ...LINE[id], ...more[id] },
    ]),
  );

async function route(people: People, options: { superiorInvolved?: boolean; chosenId?: string } = {}) {
  const directory = directoryOf(people);
  const reporter = (await directory.find('ana')) ?? aPerson('ana');
  const { assignee, assigneeRole, person, excludedIds } = await routeReport(directory, reporter, {
    superiorInvolved: false,
    today: TODAY,
    ...options,
  });
  assert.equal(person?.id, assignee.kind === 'person' ? assignee.id : undefined);
  return { to: assignee.kind === 'person' ? assignee.id : 'TEAM', as: assigneeRole, excludedIds };
}

const to = (id: string, as: string, excludedIds: string[] = []) => ({ to: id, as, excludedIds });
const team = (excludedIds: string[] = []) => to('TEAM', 'humanization', excludedIds);

describe('whom a report goes to', () => {
  it('is the immediate superior', async () => {
    assert.deepEqual(await route(LINE), to('luis', 'superior'));
  });

  it('is the next one up when the superior is involved, who must never have it', async () => {
    assert.deepEqual(await route(LINE, { superiorInvolved: true }), to('marta', 'next-superior', ['luis']));
  });

  it('is the deputy while the superior is away, to the last day', async () => {
    assert.deepEqual(await route(line({ luis: { away: AWAY } })), to('diana', 'deputy'));
    assert.deepEqual(await route(line({ luis: { away: BACK } })), to('luis', 'superior'));
    const tomorrow = { from: '2026-11-25', until: '2026-11-30' };
    assert.deepEqual(await route(line({ luis: { away: tomorrow } })), to('luis', 'superior'));
  });

  it('is the next one up while the superior is away and nobody stands in', async () => {
    const up = to('marta', 'next-superior');
    assert.deepEqual(await route(line({ luis: { away: AWAY, deputyId: undefined } })), up);
    assert.deepEqual(await route(line({ luis: { away: AWAY, deputyId: 'gone' } })), up);
    assert.deepEqual(await route(line({ luis: { away: AWAY }, diana: { away: AWAY } })), up);
    assert.deepEqual(await route(line({ luis: { away: AWAY, deputyId: 'ana' } })), up, 'never the reporter');
  });

  it('is the deputy of the next one up when that one is away too', async () => {
    const people = line({
      luis: { away: AWAY, deputyId: undefined },
      marta: { away: AWAY, deputyId: 'diana' },
    });
    assert.deepEqual(await route(people), to('diana', 'deputy'));
  });

  it('passes over whoever has left, as superior and as deputy', async () => {
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

  it('is the team at the top of the line', async () => {
    assert.deepEqual(await route({ ana: {} }), team());
    assert.deepEqual(
      await route({ ana: { superiorId: 'luis' }, luis: {} }, { superiorInvolved: true }),
      team(['luis']),
    );
    assert.deepEqual(await route({ ana: { superiorId: 'luis' }, luis: { away: AWAY } }), team());
  });

  it('is the team when the directory does not know the superior', async () => {
    const gone = { ana: { superiorId: 'gone' } };
    assert.deepEqual(await route(gone), team());
    assert.deepEqual(await route(gone, { superiorInvolved: true }), team(['gone']));
    assert.deepEqual(
      await route(line({ luis: { superiorId: 'gone' } }), { superiorInvolved: true }),
      team(['luis']),
    );
  });

  it('is never the reporter', async () => {
    assert.deepEqual(await route({ ana: { superiorId: 'ana' } }), team());
    const circle = { ana: { superiorId: 'luis' }, luis: { superiorId: 'ana' } };
    assert.deepEqual(await route(circle, { superiorInvolved: true }), team(['luis']));
    assert.deepEqual(await route(LINE, { chosenId: 'ana' }), to('luis', 'next-superior'));
  });

  it('is never the involved superior: not by a circle, not as a deputy', async () => {
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

  it('is not whom the card named in the place of the involved superior: the deputy, or the next one up', async () => {
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

  it('is the superior that the reporter named instead', async () => {
    const people = { ...LINE, other: { superiorId: 'boss' } };
    assert.deepEqual(await route(people, { chosenId: 'other' }), to('other', 'superior'));
    const involved = await route(people, { chosenId: 'other', superiorInvolved: true });
    assert.deepEqual(involved, to('boss', 'next-superior', ['other', 'luis']), 'nor whom the card named');
    assert.deepEqual(await route({ marta: {} }, { chosenId: 'marta' }), to('marta', 'superior'));
  });
});

describe('whom it goes up to', () => {
  const up = async (people: People, more: Partial<Case> = {}) => {
    const assignee = { kind: 'person', id: 'luis' } as const;
    const subject = aCase({ reporterId: 'ana', assignee, ...more });
    const found = await routeUp(directoryOf(people), subject, TODAY);
    return [found.assignee.kind === 'person' ? found.assignee.id : 'TEAM', found.assigneeRole];
  };
  const person = (id: string) => ({ kind: 'person', id }) as const;

  it('is one step up, and the team above the top', async () => {
    assert.deepEqual(await up(LINE), ['marta', 'next-superior']);
    assert.deepEqual(await up(LINE, { assignee: person('boss') }), ['TEAM', 'humanization']);
    assert.deepEqual(await up(LINE, { assignee: { kind: 'humanization' } }), ['TEAM', 'humanization']);
  });

  it('is past those who had it, the reporter and the involved', async () => {
    assert.deepEqual(await up(LINE, { formerIds: ['marta'] }), ['boss', 'next-superior']);
    assert.deepEqual(await up(LINE, { excludedIds: ['marta'] }), ['boss', 'next-superior']);
    assert.deepEqual(await up(LINE, { reporterId: 'marta' }), ['boss', 'next-superior']);
    assert.deepEqual(await up(LINE, { formerIds: ['marta', 'boss'] }), ['TEAM', 'humanization']);
  });

  it('is past who is away, or to whoever stands in and may have it', async () => {
    const away = (deputyId?: string) => line({ marta: { away: AWAY, deputyId } });
    assert.deepEqual(await up(away()), ['boss', 'next-superior']);
    assert.deepEqual(await up(away('diana')), ['diana', 'deputy']);
    for (const deputyId of ['luis', 'ana', 'carlos']) {
      assert.deepEqual(
        await up(away(deputyId), { formerIds: ['carlos'], excludedIds: ['carlos'] }),
        ['boss', 'next-superior'],
        deputyId,
      );
    }
  });

  it('is the line of whoever has it, a deputy or somebody it was assigned to', async () => {
    assert.deepEqual(await up(LINE, { assignee: person('diana') }), ['marta', 'next-superior']);
    const deputyBelow = line({ diana: { superiorId: 'luis' }, luis: { away: AWAY } });
    assert.deepEqual(await up(deputyBelow, { assignee: person('diana') }), ['marta', 'next-superior']);
  });

  it('is the team where whoever has it, or the next one, is not in the directory', async () => {
    assert.deepEqual(await up(LINE, { assignee: person('gone') }), ['TEAM', 'humanization']);
    assert.deepEqual(await up(line({ luis: { superiorId: 'gone' } })), ['TEAM', 'humanization']);
  });

  it('comes to an end in a circle, with the team', async () => {
    const circle = line({ marta: { superiorId: 'luis' } });
    assert.deepEqual(await up(circle, { assignee: person('marta'), formerIds: ['luis'] }), [
      'TEAM',
      'humanization',
    ]);
    const allAway = line({
      marta: { superiorId: 'boss', away: AWAY },
      boss: { superiorId: 'marta', away: AWAY },
    });
    assert.deepEqual(await up(allAway), ['TEAM', 'humanization']);
  });
});

describe('the line above', () => {
  const above = async (people: People, id: string) => {
    const directory = directoryOf(people);
    return (await lineAbove(directory, await directory.find(id))).map((person) => person.id);
  };

  it('is everybody up to the top, the nearest first', async () => {
    assert.deepEqual(await above(LINE, 'ana'), ['luis', 'marta', 'boss']);
    assert.deepEqual(await above(LINE, 'boss'), []);
    assert.deepEqual(await above(LINE, 'nobody'), []);
  });

  it('ends where the directory does, and in a circle', async () => {
    assert.deepEqual(await above(line({ marta: { superiorId: 'gone' } }), 'ana'), ['luis', 'marta']);
    assert.deepEqual(await above(line({ boss: { superiorId: 'luis' } }), 'ana'), ['luis', 'marta', 'boss']);
    assert.deepEqual(await above(line({ boss: { superiorId: 'luis' } }), 'luis'), ['marta', 'boss']);
    assert.deepEqual(await above({ ana: { superiorId: 'ana' } }, 'ana'), []);
    const long: People = Object.fromEntries(
      Array.from({ length: 50 }, (_, at) => [`p${at}`, { superiorId: `p${at + 1}` }]),
    );
    assert.equal((await above(long, 'p0')).length, 20);
  });
});
