import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  LIMIT_DAYS,
  limitProblem,
  MOST_THANKED,
  type Thanked,
} from '../../../../../src/features/recognitions/domain/limits.js';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-11-24T14:00:00Z');
const PEOPLE = ['ana', 'luis', 'marta', 'carlos', 'diana', 'teresa', 'paula', 'pedro'];

/** A try to recognise some people, so many hours after the one before. */
const tries = fc.array(
  fc.record({
    afterHours: fc.nat(60),
    people: fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1, maxLength: 5 }),
  }),
  { maxLength: 60 },
);

describe('the limits of recognitions', () => {
  it('never let through oneself, the same person twice in seven days, or a sixth one, whatever is tried', () => {
    fc.assert(
      fc.property(tries, (all) => {
        const through: Thanked[] = [];
        let at = START;
        for (const [index, { afterHours, people }] of all.entries()) {
          at += afterHours * 3_600_000;
          const sendingId = `s${index}`;
          if (limitProblem({ senderId: 'ana', sendingId, people }, through, new Date(at))) continue;
          through.push(
            ...people.map((personId) => ({ personId, sendingId, at: new Date(at).toISOString() })),
          );
        }
        for (const one of through) {
          const week = through.filter(
            (other) =>
              Date.parse(other.at) >= Date.parse(one.at) &&
              Date.parse(other.at) < Date.parse(one.at) + LIMIT_DAYS * DAY_MS,
          );
          assert.ok(week.length <= MOST_THANKED);
          assert.equal(week.filter(({ personId }) => personId === one.personId).length, 1);
          assert.notEqual(one.personId, 'ana');
        }
      }),
    );
  });

  it('name the moment from which it works, and it does', () => {
    fc.assert(
      fc.property(tries, (all) => {
        const through: Thanked[] = [];
        let at = START;
        for (const [index, { afterHours, people }] of all.entries()) {
          at += afterHours * 3_600_000;
          const asked = { senderId: 'ana', sendingId: `s${index}`, people };
          const problem = limitProblem(asked, through, new Date(at));
          if (!problem) {
            through.push(
              ...people.map((personId) => ({
                personId,
                sendingId: asked.sendingId,
                at: new Date(at).toISOString(),
              })),
            );
          } else if (problem.kind === 'too-many') {
            assert.ok(problem.from.getTime() > at);
            assert.notEqual(limitProblem(asked, through, problem.from)?.kind, 'too-many');
          } else if (problem.kind === 'again') {
            const only = { ...asked, people: [problem.personId] };
            assert.equal(limitProblem(only, through, new Date(problem.from.getTime() - 1))?.kind, 'again');
            assert.notEqual(limitProblem(only, through, problem.from)?.kind, 'again');
          }
        }
      }),
    );
  });

  it('do not count what belongs to the same sending, so that it can be sent again after a lost answer', () => {
    const own = PEOPLE.slice(1, 6).map((personId) => ({
      personId,
      sendingId: 's',
      at: new Date(START).toISOString(),
    }));
    const asked = { senderId: 'ana', sendingId: 's', people: own.map(({ personId }) => personId) };
    assert.equal(limitProblem(asked, own, new Date(START)), undefined);
    assert.equal(limitProblem({ ...asked, sendingId: 't' }, own, new Date(START))?.kind, 'again');
  });
});
