import assert from 'node:assert/strict';
import { Absences, withAbsences } from '../../../../src/platform/people/absences.js';
import { type Directory, isAway, type Person } from '../../../../src/platform/people/person.js';
import { aPerson, bogota } from '../../../support/fixtures.js';
import { MemoryTables } from '../../../support/memory-tables.js';

const VACATION = { from: '2026-11-24', until: '2027-01-15', deputyId: '' };

describe('absences', () => {
  let absences: Absences;
  let people: Map<string, Person>;
  let directory: Directory;
  let now: Date;
  beforeEach(() => {
    now = bogota('2026-11-24 09:00');
    absences = new Absences(new MemoryTables());
    people = new Map([['luis', aPerson('luis', { deputyId: 'diana' })]]);
    directory = withAbsences(
      { find: async (id) => people.get(id), withRole: async () => [...people.values()] },
      absences,
      () => now,
    );
  });

  it('are found as last reported, until they are removed', async () => {
    assert.equal(await absences.find('luis'), undefined);
    await absences.save('luis', VACATION);
    assert.deepEqual(await absences.find('luis'), VACATION);
    await absences.save('luis', { ...VACATION, until: '2026-12-01', deputyId: 'carlos' });
    assert.deepEqual(await absences.find('luis'), { ...VACATION, until: '2026-12-01', deputyId: 'carlos' });
    await absences.remove('luis');
    await absences.remove('luis');
    assert.equal(await absences.find('luis'), undefined);
  });

  it('apply only to the person who reported them', async () => {
    await absences.save('luis', VACATION);
    assert.equal(await absences.find('marta'), undefined);
  });

  it('appear in the directory, with the named deputy or the usual one', async () => {
    assert.deepEqual(await directory.find('luis'), people.get('luis'));
    await absences.save('luis', VACATION);
    const away = { from: VACATION.from, until: VACATION.until };
    assert.deepEqual(await directory.find('luis'), { ...people.get('luis'), away, deputyId: 'diana' });
    await absences.save('luis', { ...VACATION, deputyId: 'carlos' });
    assert.equal((await directory.find('luis'))?.deputyId, 'carlos');
  });

  it('take precedence over those of the directory', async () => {
    people.set('luis', aPerson('luis', { away: { from: '2026-01-01', until: '2026-12-31' } }));
    await absences.save('luis', { ...VACATION, until: '2026-11-30' });
    assert.equal((await directory.find('luis'))?.away?.until, '2026-11-30');
  });

  it('count only on their days, and hide nothing in the directory before them', async () => {
    const away = { from: '2026-11-20', until: '2026-11-27' };
    const luis = aPerson('luis', { away, deputyId: 'diana' });
    people.set('luis', luis);
    await absences.save('luis', { from: '2026-11-30', until: '2026-12-04', deputyId: 'carlos' });
    assert.deepEqual(await directory.find('luis'), luis, 'the one of the directory holds now');
    now = bogota('2026-11-29 23:30');
    assert.equal((await directory.find('luis'))?.deputyId, 'diana');
    now = bogota('2026-11-30 00:30');
    assert.equal((await directory.find('luis'))?.deputyId, 'carlos');
    assert.deepEqual((await directory.find('luis'))?.away, { from: '2026-11-30', until: '2026-12-04' });
  });

  it('hide nothing in the directory once they are over in Bogotá', async () => {
    const luis = aPerson('luis', { away: { from: '2027-01-16', until: '2027-01-31' }, deputyId: 'diana' });
    people.set('luis', luis);
    await absences.save('luis', { ...VACATION, deputyId: 'carlos' });
    now = bogota('2027-01-15 23:30');
    assert.equal((await directory.find('luis'))?.deputyId, 'carlos');
    now = bogota('2027-01-16 00:30');
    assert.deepEqual(await directory.find('luis'), luis);
  });

  it('do not create a person whom the directory does not know', async () => {
    await absences.save('gone', VACATION);
    assert.equal(await directory.find('gone'), undefined);
  });

  it('last from the first day to the last, both included', () => {
    const person = aPerson('luis', { away: { from: '2026-11-24', until: '2026-11-26' } });
    for (const [day, away] of [
      ['2026-11-23', false],
      ['2026-11-24', true],
      ['2026-11-26', true],
      ['2026-11-27', false],
    ] as const) {
      assert.equal(isAway(person, day), away, day);
    }
    assert.equal(isAway(aPerson('luis'), '2026-11-24'), false);
  });
});
