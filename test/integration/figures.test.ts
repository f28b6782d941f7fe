import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { Period } from '../../src/platform/figures/period.js';
import type { Scope } from '../../src/platform/figures/scope.js';
import type { FiguresView } from '../../src/platform/figures/view.js';
import { Cases } from '../support/cases.js';
import { aPerson, bogota } from '../support/fixtures.js';

const PEOPLE = [
  aPerson('ana', { superiorId: 'luis', area: 'Sedes' }),
  aPerson('luis', { superiorId: 'marta', roles: ['leader'], area: 'Sedes' }),
  aPerson('marta', { roles: ['leader'], area: 'Servicio' }),
  aPerson('sofia', { roles: ['humanization'] }),
  aPerson('paula', { roles: ['humanization', 'protected'] }),
];
const LUIS: Scope = { kind: 'line', leaderId: 'luis' };
const MARTA: Scope = { kind: 'line', leaderId: 'marta' };
const ALL: Scope = { kind: 'all' };
const NOVEMBER: Period = { span: 'month', from: '2026-11' };
const DECEMBER: Period = { span: 'month', from: '2026-12' };

describe('the figures of cases', () => {
  let clock: sinon.SinonFakeTimers;
  let cases: Cases;
  beforeEach(async () => {
    clock = sinon.useFakeTimers({ now: bogota('2026-11-03 09:00'), toFake: ['Date'] });
    cases = await Cases.open({
      clock: () => new Date(),
      people: PEOPLE,
      counts: true,
      deliver: async () => {},
    });
  });
  afterEach(() => clock.restore());

  /** Moves on, and works through what is due on the way. */
  async function at(moment: string): Promise<void> {
    await cases.settle();
    clock.setSystemTime(bogota(moment));
    await cases.settle();
    clock.tick(60_000);
    await cases.settle();
  }

  async function seen(by: string, scope: Scope, period: Period = NOVEMBER): Promise<FiguresView> {
    return cases.figures.view(cases.person(by), scope, period);
  }

  it('count a case in the month, for its leaders, its area and the whole, soon after it happens', async () => {
    const { id } = await cases.report('ana', {
      level: 'high',
      touches: ['trato-amable'],
      efforts: ['emotional', 'time'],
      source: 'pqrs',
    });
    clock.setSystemTime(bogota('2026-11-03 09:35'));
    await cases.does('luis', id, { type: 'accept', note: '' });
    await at('2026-11-04 10:00');
    await cases.does('luis', id, { type: 'close', outcomes: ['process'], summary: 'Se cambió el aviso.' });
    await at('2026-11-04 11:00');

    for (const [by, scope] of [
      ['luis', LUIS],
      ['marta', MARTA],
      ['sofia', ALL],
      ['sofia', { kind: 'area', area: 'Sedes' }],
    ] as const) {
      const { now } = await seen(by, scope);
      assert.equal(now.count('cases.reported'), 1, JSON.stringify(scope));
      assert.deepEqual(now.by('cases.reported', 'level'), [{ value: 'high', count: 1 }]);
      assert.deepEqual(now.by('cases.reported', 'source'), [{ value: 'pqrs', count: 1 }]);
      assert.deepEqual(now.by('cases.reported', 'effort'), [
        { value: 'emotional', count: 1 },
        { value: 'time', count: 1 },
      ]);
      assert.deepEqual(now.by('cases.first-step', 'high'), [{ value: 'in-time', count: 1 }]);
      assert.deepEqual(now.by('cases.closed', 'outcome'), [{ value: 'process', count: 1 }]);
      const { median = 0, count } = now.times('cases.accepted', 'high') ?? {};
      assert.equal(count, 1);
      assert.ok(Math.abs(median - 35) <= 35 * 0.025, `${median}`);
    }
    assert.deepEqual((await seen('sofia', ALL)).now.by('cases.reported', 'area'), [
      { value: 'Sedes', count: 1 },
    ]);
    // One case would tell its leader where it came from.
    assert.deepEqual((await seen('luis', LUIS)).now.by('cases.reported', 'area'), []);
  });

  it('count what nobody did in time, and not what was taken back', async () => {
    await cases.report('ana', { level: 'low' });
    const { id } = await cases.report('ana', { level: 'low' });
    await cases.does('luis', id, { type: 'accept', note: '' });
    await cases.does('luis', id, { type: 'undo' });
    await at('2026-11-13 10:00');
    const { now } = await seen('sofia', ALL);
    assert.equal(now.count('cases.accepted'), 0);
    assert.ok(Number(now.count('cases.climbed')) >= 2, `${now.count('cases.climbed')}`);
    assert.deepEqual(now.by('cases.first-step', 'low'), [{ value: 'late', count: 2 }]);
    // Who no longer has them does not see them in the figures either.
    assert.equal((await seen('luis', LUIS)).now.count('cases.reported'), 0);
  });

  it('compare a running period with the same days of the one before', async () => {
    await cases.report('ana');
    await at('2026-11-20 10:00');
    await cases.report('ana');
    await at('2026-12-04 10:00');
    await cases.report('ana');
    await at('2026-12-05 10:00');
    const { now, before, through, isRunning } = await seen('sofia', ALL, DECEMBER);
    assert.deepEqual([through, isRunning, now.count('cases.reported')], ['2026-12-05', true, 1]);
    assert.deepEqual([before.through, before.isSameDays], ['2026-11-05', true]);
    assert.equal(before.shown.count('cases.reported'), 1);
    // It is not known how many of them there were by then.
    assert.equal(before.shown.count('cases.first-step'), undefined);
    const whole = await seen('sofia', ALL);
    assert.deepEqual([whole.through, whole.now.count('cases.reported')], ['2026-11-30', 2]);
  });

  it('show nobody but those with the role how many protected cases there are', async () => {
    const reporter = cases.person('ana');
    const report = { ...(await cases.load((await cases.report('ana')).id)).subject.report };
    await cases.service.submit(reporter, {
      caseId: '5f0c7a52-0000-4000-8000-00000000abcd',
      number: 'HUM-2026-000999',
      report,
      route: {
        assignee: { kind: 'protected' },
        assigneeRole: 'protected',
        excludedIds: [],
        protectedBy: 'protected',
      },
      evidence: [],
      commandId: 'protected',
    });
    await at('2026-11-03 12:00');
    assert.equal((await seen('sofia', ALL)).now.count('cases.reported'), 1);
    assert.equal((await seen('sofia', ALL)).now.count('cases.protected'), undefined);
    assert.equal((await seen('paula', { kind: 'protected' })).now.count('cases.protected'), 1);
    for (const [by, scope] of [
      ['sofia', { kind: 'protected' }],
      ['luis', { kind: 'protected' }],
      ['luis', MARTA],
      ['luis', ALL],
      ['ana', { kind: 'area', area: 'Sedes' }],
    ] as const) {
      await assert.rejects(seen(by, scope), /not-allowed/, `${by} sees ${JSON.stringify(scope)}`);
    }
  });
});
