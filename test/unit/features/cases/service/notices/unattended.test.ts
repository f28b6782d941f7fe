import assert from 'node:assert/strict';
import type { Person } from '../../../../../../src/platform/people/person.js';
import { Cases } from '../../../../../support/cases.js';
import { aPerson, bogota } from '../../../../../support/fixtures.js';

const HERNAN = aPerson('hernan', { roles: ['humanization'] });
const ADMINS = [aPerson('gus', { roles: ['admin'] }), aPerson('zoe', { roles: ['admin'] })];
const LINE = 'Hay un caso que nadie del equipo de humanización puede atender: revisa los roles.';

describe('a case that nobody in the humanization team can attend to', () => {
  let now: Date;
  let cases: Cases;
  beforeEach(() => {
    now = bogota('2026-11-24 09:00');
  });
  const open = async (...people: Person[]) => {
    cases = await Cases.open({ clock: () => now, people });
  };
  const reported = async (reporterId: string, more = {}) => {
    const { id } = await cases.report(reporterId, more);
    await cases.settle();
    return id;
  };
  const told = (personId: string) =>
    cases.posted
      .filter((one) => one.personId === personId)
      .map(({ message }) => message.text ?? `card: ${message.summary}`);
  const logged = () => cases.logLines.filter((line) => line.includes('nobody of the humanization team can'));

  it('is reported to the administrators and logged, once each time it lapses', async () => {
    await open(HERNAN, ...ADMINS);
    const id = await reported('hernan', { level: 'high', candidate: 'high' });
    for (const admin of ['gus', 'zoe']) assert.deepEqual(told(admin), [LINE]);
    assert.equal(logged().length, 1);
    await cases.does('hernan', id, { type: 'add', words: 'more' });
    await cases.settle();
    assert.equal(told('gus').length, 1, 'no step has begun');
    now = bogota('2026-11-24 10:01');
    await cases.settle();
    assert.deepEqual(told('gus'), [LINE, LINE]);
    assert.equal(logged().length, 2);
  });

  it('can be one whose involved superior is the only team member', async () => {
    const superior = aPerson('hernan', { roles: ['humanization', 'admin'] });
    await open(aPerson('ana', { superiorId: 'hernan' }), superior, ...ADMINS);
    await reported('ana', { superiorInvolved: true });
    assert.deepEqual(told('gus'), [LINE]);
    assert.deepEqual(told('hernan'), [], 'they must not know of it');
  });

  it('can be a high case of a leader when the team has no members', async () => {
    await open(aPerson('ana', { superiorId: 'luis' }), aPerson('luis'), ...ADMINS);
    await reported('ana', { level: 'high', candidate: 'high' });
    assert.deepEqual(told('gus'), [LINE]);
    await reported('ana', { level: 'low', candidate: 'low' });
    assert.deepEqual(told('gus'), [LINE], 'the other is not the team’s');
  });

  it('is not one that another team member can attend to', async () => {
    await open(HERNAN, aPerson('olga', { roles: ['humanization'] }), ...ADMINS);
    await reported('hernan', { level: 'high', candidate: 'high' });
    assert.deepEqual(told('gus'), []);
    assert.deepEqual(logged(), []);
  });

  it('is logged even without administrators', async () => {
    await open(HERNAN);
    await reported('hernan');
    assert.equal(logged().length, 1);
  });
});
