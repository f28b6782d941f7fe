import assert from 'node:assert/strict';
import type { Case } from '../../../../../../src/features/cases/domain/case.js';
import { routeUp } from '../../../../../../src/features/cases/service/people/next-up.js';
import { aCase } from '../../../../../support/fixtures.js';
import { directoryOf, LINE, line, type People } from '../../../../../support/lines.js';

const TODAY = '2026-11-24';
const AWAY = { from: '2026-11-20', until: '2026-11-24' };

describe('a case that moves up', () => {
  const up = async (people: People, more: Partial<Case> = {}) => {
    const assignee = { kind: 'person', id: 'luis' } as const;
    const subject = aCase({ reporterId: 'ana', assignee, ...more });
    const found = await routeUp(directoryOf(people), subject, TODAY);
    return [found.assignee.kind === 'person' ? found.assignee.id : 'TEAM', found.assigneeRole];
  };
  const person = (id: string) => ({ kind: 'person', id }) as const;

  it('goes one step up, and to the team at the top', async () => {
    assert.deepEqual(await up(LINE), ['marta', 'next-superior']);
    assert.deepEqual(await up(LINE, { assignee: person('boss') }), ['TEAM', 'humanization']);
    assert.deepEqual(await up(LINE, { assignee: { kind: 'humanization' } }), ['TEAM', 'humanization']);
  });

  it('skips former assignees, the reporter and involved people', async () => {
    assert.deepEqual(await up(LINE, { formerIds: ['marta'] }), ['boss', 'next-superior']);
    assert.deepEqual(await up(LINE, { excludedIds: ['marta'] }), ['boss', 'next-superior']);
    assert.deepEqual(await up(LINE, { reporterId: 'marta' }), ['boss', 'next-superior']);
    assert.deepEqual(await up(LINE, { formerIds: ['marta', 'boss'] }), ['TEAM', 'humanization']);
  });

  it('never goes up when it is protected: it returns to those who receive it', async () => {
    for (const assignee of [person('luis'), { kind: 'protected' } as const]) {
      assert.deepEqual(await up(LINE, { assignee, protectedBy: 'protected' }), ['TEAM', 'protected']);
      assert.deepEqual(await up(LINE, { assignee, protectedBy: 'humanization' }), ['TEAM', 'humanization']);
    }
  });

  it('skips people who are away, unless their deputy may get it', async () => {
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

  it('follows the line of the assignee, even if that is a deputy', async () => {
    assert.deepEqual(await up(LINE, { assignee: person('diana') }), ['marta', 'next-superior']);
    const deputyBelow = line({ diana: { superiorId: 'luis' }, luis: { away: AWAY } });
    assert.deepEqual(await up(deputyBelow, { assignee: person('diana') }), ['marta', 'next-superior']);
  });

  it('goes to the team when the assignee or the next one up is not in the directory', async () => {
    assert.deepEqual(await up(LINE, { assignee: person('gone') }), ['TEAM', 'humanization']);
    assert.deepEqual(await up(line({ luis: { superiorId: 'gone' } })), ['TEAM', 'humanization']);
  });

  it('goes to the team when the line is a cycle', async () => {
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
