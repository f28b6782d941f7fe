import assert from 'node:assert/strict';
import { evolve } from '../../../../../src/features/cases/domain/case.js';
import { type Command, decide, type Refusal } from '../../../../../src/features/cases/domain/commands.js';
import {
  begun,
  type Commitment,
  dueFollowUp,
  nextFollowUp,
} from '../../../../../src/features/cases/domain/commitment.js';
import type { CaseEvent, EventBody } from '../../../../../src/features/cases/domain/event.js';
import { keepingRoles, may } from '../../../../../src/features/cases/domain/permissions.js';
import { aCase, aPerson, bogota, LEADER, plainDeadlines } from '../../../../support/fixtures.js';

const AGREED = { personId: 'carlos', what: 'greets first', until: '2026-12-15', kind: 'standard' } as const;
const NOW = bogota('2026-11-24 10:00');

const made = (more: Partial<Commitment> = {}): Commitment => ({
  ...begun(AGREED, { seq: 4, at: NOW.toISOString() }),
  ...more,
});
const next = (more: Partial<Commitment> = {}) => {
  const found = nextFollowUp(made(more));
  return found && `${found.phase} ${found.at.toISOString()}`;
};
const accepted = aCase({ state: 'accepted', commitments: [made()] });

const eventOf = (body: EventBody, seq = 5): CaseEvent => ({
  seq,
  actorId: LEADER,
  at: NOW.toISOString(),
  commandId: 'c',
  body,
});
const decided = (command: Command, before = accepted, now = NOW): EventBody | Refusal => {
  const decision = decide(before, command, now, plainDeadlines);
  return 'body' in decision ? decision.body : decision.refusal;
};

describe('what comes next for a commitment', () => {
  it('is a reminder a week before, one on the day, and then every month that its day has passed', () => {
    assert.equal(next(), 'week 2026-12-08T13:00:00.000Z');
    assert.equal(next({ reminded: 'week' }), 'day 2026-12-15T13:00:00.000Z');
    assert.equal(next({ reminded: 'day' }), 'lapse 2026-12-16T13:00:00.000Z');
    assert.equal(next({ lapses: 1 }), 'lapse 2027-01-16T13:00:00.000Z');
    assert.equal(next({ lapses: 14 }), 'lapse 2028-02-16T13:00:00.000Z');
  });

  it('keeps to a day that every month has', () => {
    assert.equal(next({ until: '2026-12-30', lapses: 2 }), 'lapse 2027-02-28T13:00:00.000Z');
  });

  it('leaves out what was past when it was agreed', () => {
    assert.equal(next({ until: '2026-12-01' }), 'day 2026-12-01T13:00:00.000Z');
    assert.equal(
      next({ until: '2026-11-24' }),
      'lapse 2026-11-25T13:00:00.000Z',
      'agreed for today, after eight',
    );
  });

  it('is nothing once it is done, or who committed has left', () => {
    assert.equal(next({ state: 'done' }), undefined);
    assert.equal(next({ state: 'lapsed', hasLeft: true }), undefined);
  });

  it('is said once when several things are due', () => {
    const phaseAt = (when: string) => dueFollowUp(made(), bogota(when))?.phase;
    assert.equal(phaseAt('2026-12-08 07:59'), undefined);
    assert.equal(phaseAt('2026-12-08 08:00'), 'week');
    assert.equal(phaseAt('2026-12-15 09:00'), 'day');
    assert.equal(phaseAt('2026-12-20 09:00'), 'lapse');
  });
});

describe('a commitment', () => {
  it('begins with the event that tells who, what, until when and of which kind', () => {
    const body = decided({ type: 'commit', agreed: AGREED }, aCase({ state: 'closed' }));
    assert.deepEqual(body, { type: 'committed', agreed: AGREED });
    const { commitments } = evolve(aCase({ state: 'closed' }), eventOf(body as EventBody, 6));
    assert.deepEqual(commitments, [
      { ...AGREED, seq: 6, state: 'open', since: NOW.toISOString(), lapses: 0, hasLeft: false },
    ]);
  });

  it('is refused without one of them, or for a day that is past or far away', () => {
    const refusal = (more: object) => decided({ type: 'commit', agreed: { ...AGREED, ...more } });
    assert.equal(refusal({ personId: '' }), 'missing-person');
    assert.equal(refusal({ what: '' }), 'missing-what');
    assert.equal(refusal({ until: '' }), 'missing-day');
    assert.equal(refusal({ until: '2026-11-23' }), 'impossible-day');
    assert.equal(refusal({ until: '2028-11-25' }), 'impossible-day');
    assert.deepEqual(refusal({ until: '2026-11-24' }), {
      type: 'committed',
      agreed: { ...AGREED, until: '2026-11-24' },
    });
    const full = aCase({ state: 'accepted', commitments: Array.from({ length: 10 }, () => made()) });
    assert.equal(decided({ type: 'commit', agreed: AGREED }, full), 'too-many-commitments');
  });

  it('is asked for by a closing with a standard or the development plan, and by no other', () => {
    const without = aCase({ state: 'accepted' });
    for (const outcome of ['standard', 'development-plan'] as const) {
      const close: Command = { type: 'close', outcomes: [outcome], summary: 'we agreed' };
      assert.equal(decided(close, without), 'missing-commitment');
      assert.equal((decided(close) as EventBody).type, 'closed', 'there is one already');
      const closed = decided({ ...close, agreed: AGREED }, without);
      assert.deepEqual(closed, { type: 'closed', outcomes: [outcome], summary: 'we agreed', agreed: AGREED });
      assert.equal(evolve(without, eventOf(closed as EventBody)).commitments[0]?.what, 'greets first');
    }
    const other: Command = { type: 'close', outcomes: ['process'], summary: 'mended' };
    assert.equal((decided(other, without) as EventBody).type, 'closed');
  });

  it('is none of a protected case, where nobody is confronted', () => {
    const subject = aCase({
      state: 'accepted',
      protectedBy: 'humanization',
      assignee: { kind: 'protected' },
    });
    const member = aPerson('team', { roles: ['humanization'] });
    assert.equal(may(subject, member, 'close'), true);
    assert.equal(may(subject, member, 'commit'), false);
    const close: Command = { type: 'close', outcomes: ['process'], summary: 'mended' };
    assert.equal((decided(close, subject) as EventBody).type, 'closed');
    assert.equal(decided({ ...close, agreed: AGREED }, subject), 'not-in-protected');
    for (const outcome of ['standard', 'development-plan'] as const)
      assert.equal(decided({ ...close, outcomes: ['process', outcome] }, subject), 'not-in-protected');
    assert.equal(decided({ type: 'commit', agreed: AGREED }, subject), 'not-in-protected');
  });

  it('is done once, with a note', () => {
    const body = decided({ type: 'fulfil', of: 4, note: 'we did' });
    assert.deepEqual(body, { type: 'commitment-done', of: 4, note: 'we did' });
    const after = evolve(accepted, eventOf(body as EventBody));
    assert.equal(after.commitments[0]?.state, 'done');
    assert.equal(decided({ type: 'fulfil', of: 4, note: '' }, after), 'done-already');
    assert.equal(decided({ type: 'fulfil', of: 9, note: '' }), 'no-commitment');
  });

  it('gets a later day with a reason, and is followed up anew', () => {
    const extend = { type: 'extend', of: 4, until: '2027-01-15', reason: 'holidays' } as const;
    assert.equal(decided({ ...extend, reason: '' }), 'missing-reason');
    assert.equal(decided({ ...extend, until: '2026-12-15' }), 'not-later');
    assert.equal(decided({ ...extend, until: '' }), 'missing-day');
    const lapsed = aCase({
      state: 'closed',
      commitments: [made({ state: 'lapsed', lapses: 3, reminded: 'day' })],
    });
    const [after] = evolve(lapsed, eventOf(decided(extend, lapsed) as EventBody)).commitments;
    assert.ok(after);
    assert.deepEqual([after.state, after.until, after.lapses], ['open', '2027-01-15', 0]);
    assert.equal(nextFollowUp(after)?.phase, 'week');
  });

  it('that was taken for done is taken up again by another day, also an earlier one', () => {
    const done = aCase({ state: 'closed', commitments: [made({ state: 'done' })] });
    const extend = { type: 'extend', of: 4, until: '2026-12-01', reason: 'not yet' } as const;
    const [after] = evolve(done, eventOf(decided(extend, done) as EventBody)).commitments;
    assert.deepEqual([after?.state, after?.until], ['open', '2026-12-01']);
  });

  it('goes with the closing that is taken back', () => {
    const before = aCase({ state: 'accepted' });
    const body = { type: 'closed', outcomes: ['standard'], summary: 'x', agreed: AGREED } as const;
    const closed = evolve(before, eventOf({ ...body, outcomes: ['standard'] }, 2));
    assert.equal(closed.commitments.length, 1);
    assert.deepEqual(evolve(closed, eventOf({ type: 'undone', of: 'closed' }, 3)).commitments, []);
  });

  it('lapses visibly, and for good when who committed has left', () => {
    const lapse = (hasLeft: boolean) =>
      decided({ type: 'follow-up', of: 4, phase: hasLeft ? 'week' : 'lapse', hasLeft }) as EventBody;
    assert.deepEqual(lapse(true), { type: 'commitment-lapsed', of: 4, hasLeft: true });
    const [left] = evolve(accepted, eventOf(lapse(true))).commitments;
    assert.ok(left);
    assert.deepEqual([left.state, nextFollowUp(left)], ['lapsed', undefined]);
    const [late] = evolve(accepted, eventOf(lapse(false))).commitments;
    assert.deepEqual([late?.state, late?.lapses], ['lapsed', 1]);
  });

  it('is kept by who committed and by their leader, who see nothing of the case by that', () => {
    const roles = (id: string, leaderId?: string) =>
      keepingRoles(accepted, aPerson(id), { commitment: AGREED, leaderId });
    assert.deepEqual(roles('carlos', 'luis'), ['committed']);
    assert.deepEqual(roles('luis', 'luis'), ['committed']);
    assert.deepEqual(roles('reporter', 'luis'), []);
    assert.equal(may(accepted, aPerson('carlos'), 'fulfil'), false);
    assert.equal(may(accepted, aPerson('carlos'), 'fulfil', ['committed']), true);
    assert.equal(may(accepted, aPerson('carlos'), 'close', ['committed']), false);
  });
});
