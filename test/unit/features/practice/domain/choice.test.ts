import assert from 'node:assert/strict';
import fc from 'fast-check';
import { choose } from '../../../../../src/features/practice/domain/choice.js';
import {
  type Given,
  type Member,
  resumed,
  withFailure,
  withGiven,
} from '../../../../../src/features/practice/domain/member.js';
import { fitting, type Practice } from '../../../../../src/features/practice/domain/practice.js';
import { shiftedDay } from '../../../../../src/platform/calendar/days.js';

const FIRST = '2026-01-05';
const SECTIONS = 6;

const practice = (at: number, more: Partial<Practice> = {}): Practice => ({
  id: `section-${at % SECTIONS}-${at}`,
  section: `section-${at % SECTIONS}`,
  behaviour: '',
  es: '',
  en: '',
  jobs: [],
  ...more,
});
const many = (count: number) => Array.from({ length: count }, (_, at) => practice(at));

/** What a person gets on these days; `on` are the practices that there are on the day. */
function givenOn(
  personId: string,
  days: readonly string[],
  on: (day: number) => readonly Practice[],
): Given[] {
  const given: Given[] = [];
  for (const [at, day] of days.entries()) {
    const chosen = choose(personId, given, day, on(at));
    assert.ok(chosen);
    given.push({ day, hour: '08:30', practice: chosen.id });
  }
  return given;
}

const someDays = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 30, maxLength: 90 }).map((gaps) => {
  const days: string[] = [];
  for (const gap of gaps) days.push(shiftedDay(days.at(-1) ?? FIRST, gap));
  return days;
});

describe('choosing a practice', () => {
  it('never chooses for a person what they had within 30 days, whatever changes in the content', () => {
    const changing = fc.array(fc.nat(60), { minLength: 90, maxLength: 90 });
    fc.assert(
      fc.property(fc.uuid(), someDays, changing, (personId, days, changes) => {
        // 40 of 100 are there, others from day to day.
        const all = many(100);
        const given = givenOn(personId, days, (day) => all.slice(changes[day], (changes[day] ?? 0) + 40));
        for (const [at, { day, practice: id }] of given.entries()) {
          const before = given.slice(0, at).findLast((each) => each.practice === id);
          assert.ok(!before || shiftedDay(before.day, 30) < day, `${id} on ${before?.day} and ${day}`);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('goes through all of them before one comes again, and from one section to another', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 36, max: 120 }), (personId, count) => {
        const practices = many(count - (count % SECTIONS));
        const days = practices.map((_, at) => shiftedDay(FIRST, at));
        const ids = givenOn(personId, days, () => practices).map(({ practice: id }) => id);
        assert.equal(new Set(ids).size, practices.length);
        const sections = ids.map((id) => id.split('-')[1]);
        const repeated = sections.filter((section, at) => section === sections[at - 1]);
        assert.deepEqual(repeated, []);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same on every instance, and another for another person', () => {
    const practices = many(60);
    const chosen = Array.from({ length: 200 }, (_, at) => choose(`person-${at}`, [], FIRST, practices)?.id);
    const again = Array.from(
      { length: 200 },
      (_, at) => choose(`person-${at}`, [], FIRST, practices.toReversed())?.id,
    );
    assert.deepEqual(again, chosen);
    assert.ok(new Set(chosen).size > 30, `${new Set(chosen).size} different ones`);
  });

  it('takes the one of longest ago when so few are left that all of them were had', () => {
    const practices = many(3);
    const days = Array.from({ length: 7 }, (_, at) => shiftedDay(FIRST, at));
    const ids = givenOn('ana', days, () => practices).map(({ practice: id }) => id);
    assert.deepEqual(ids.slice(3, 6), ids.slice(0, 3));
    assert.equal(choose('ana', [], FIRST, []), undefined);
  });

  it('offers what is for everybody, and for the own job', () => {
    const practices = [
      practice(0),
      practice(1, { jobs: ['salud'] }),
      practice(2, { jobs: ['cocina', 'salud'] }),
    ];
    const ids = (job: Parameters<typeof fitting>[1]) => fitting(practices, job).map(({ id }) => id.at(-1));
    assert.deepEqual(
      [ids(''), ids('salud'), ids('cocina'), ids('apoyo')],
      [['0'], ['0', '1', '2'], ['0', '2'], ['0']],
    );
  });
});

describe('who receives practices', () => {
  const member: Member = { personId: 'ana', state: 'on', hour: '08:30', job: '', since: '', given: [] };
  const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'] as const;
  const memberAfter = (failed: readonly number[]) =>
    days.reduce<Member>((before, day, at) => {
      const given = withGiven(before, { day, hour: '08:30', practice: `p-${at}` });
      return failed.includes(at) ? withFailure(given, day) : given;
    }, member);

  it('pauses after three in a row that did not arrive, and not before', () => {
    assert.equal(memberAfter([1, 2, 3]).state, 'paused');
    assert.equal(memberAfter([2, 3]).state, 'on');
    assert.equal(memberAfter([0, 1, 3]).state, 'on');
  });

  it('counts anew for who resumes it', () => {
    const again = withGiven(resumed(memberAfter([1, 2, 3])), {
      day: '2026-11-27',
      hour: '08:30',
      practice: 'p',
    });
    assert.equal(withFailure(again, '2026-11-27').state, 'on');
  });

  it('stays stopped when the last ones did not arrive', () => {
    const stopped: Member = { ...memberAfter([1, 2]), state: 'off' };
    assert.equal(withFailure(stopped, days[3]).state, 'off');
  });

  it('remembers 30 days and no more', () => {
    const old = withGiven(member, { day: '2026-10-26', hour: '08:30', practice: 'old' });
    const kept = withGiven(withGiven(old, { day: '2026-10-27', hour: '08:30', practice: 'kept' }), {
      day: '2026-11-26',
      hour: '08:30',
      practice: 'new',
    });
    assert.deepEqual(
      kept.given.map(({ practice: id }) => id),
      ['kept', 'new'],
    );
  });
});
