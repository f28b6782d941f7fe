import assert from 'node:assert/strict';
import {
  allows,
  type CaseEvent,
  type Command,
  decide,
  EFFORTS,
  type EventBody,
  evolve,
  OUTCOMES,
  SOURCES,
  type State,
} from '../../src/cases/case.js';
import { aCase, letterDeadlines, REPORTER, reportedBody } from './fixtures.js';

const NOW = new Date('2026-11-24T15:00:00.000Z');
const STATES: readonly State[] = ['reported', 'accepted', 'rejected', 'closed'];
const COMMANDS: readonly Command[] = [
  { type: 'accept', note: 'I talk to them today' },
  { type: 'reject', reason: 'it was no failure' },
  { type: 'close', outcomes: ['conversation', 'process'], summary: 'we talked' },
];
/** The moves of the design, section 5, as far as they are built. */
const MOVES: Record<string, State> = {
  'reported accept': 'accepted',
  'reported reject': 'rejected',
  'accepted close': 'closed',
};

const eventOf = (body: EventBody, more: Partial<CaseEvent> = {}): CaseEvent => ({
  seq: 2,
  actorId: 'leader',
  at: NOW.toISOString(),
  commandId: 'command-2',
  body,
  ...more,
});

describe('the state machine of a case', () => {
  for (const state of STATES) {
    for (const command of COMMANDS) {
      const to = MOVES[`${state} ${command.type}`];
      it(`should ${to ? `make ${state} ${to}` : `leave ${state} alone`} on ${command.type}`, () => {
        const before = aCase({ state, revision: 1 });
        const decision = decide(before, command, NOW, letterDeadlines);
        assert.equal(allows(state, command.type), to !== undefined);
        if (to === undefined) {
          assert.deepEqual(decision, { refusal: 'not-in-this-state' });
          return;
        }
        assert.ok('body' in decision);
        const after = evolve(before, eventOf(decision.body));
        const { state: reached, revision, dueAt, ...rest } = after;
        const { state: _, revision: __, dueAt: ___, ...untouched } = before;
        assert.deepEqual([reached, revision], [to, 2]);
        assert.deepEqual(rest, untouched);
        assert.equal(dueAt === undefined, to !== 'accepted', 'only an accepted case is still due');
      });
    }
  }

  it('should carry what was written into the event', () => {
    const bodyOf = (state: State, command: Command) =>
      decide(aCase({ state }), command, NOW, letterDeadlines);
    assert.deepEqual(bodyOf('reported', { type: 'reject', reason: 'why' }), {
      body: { type: 'rejected', reason: 'why' },
    });
    assert.deepEqual(bodyOf('accepted', { type: 'close', outcomes: ['referred'], summary: 'where' }), {
      body: { type: 'closed', outcomes: ['referred'], summary: 'where' },
    });
  });

  it('should set the deadline of closing by the level of the case, not of the report', () => {
    const decision = decide(aCase({ level: 'high' }), { type: 'accept', note: '' }, NOW, letterDeadlines);
    assert.deepEqual(decision, { body: { type: 'accepted', note: '', dueAt: '2026-11-28T15:00:00.000Z' } });
  });

  it('should ask for a reason, an outcome and a summary', () => {
    const refusal = (state: State, command: Command) =>
      decide(aCase({ state }), command, NOW, letterDeadlines);
    assert.deepEqual(refusal('reported', { type: 'reject', reason: '' }), { refusal: 'missing-reason' });
    assert.deepEqual(refusal('accepted', { type: 'close', outcomes: [], summary: 'x' }), {
      refusal: 'missing-outcome',
    });
    assert.deepEqual(refusal('accepted', { type: 'close', outcomes: ['process'], summary: '' }), {
      refusal: 'missing-summary',
    });
  });

  it('should say that a case has moved on before it asks for what is missing', () => {
    const decision = decide(aCase({ state: 'closed' }), { type: 'reject', reason: '' }, NOW, letterDeadlines);
    assert.deepEqual(decision, { refusal: 'not-in-this-state' });
  });
});

describe('the vocabulary of a case', () => {
  it('should keep the words that stored cases hold', () => {
    const sorted = (words: readonly string[]) => [...words].sort().join(' ');
    assert.equal(sorted(EFFORTS), 'cognitive emotional time');
    assert.equal(sorted(SOURCES), 'indicator landing leader moment-of-truth mystery-shopper pqrs');
    assert.equal(sorted(OUTCOMES), 'conversation development-plan not-a-failure process referred standard');
  });
});

describe('the history of a case', () => {
  const first = eventOf(reportedBody(), { seq: 1, actorId: REPORTER, at: '2026-11-24T14:00:00.000Z' });

  it('should begin with the report', () => {
    assert.deepEqual(evolve(undefined, first), aCase());
  });

  it('should begin with nothing else', () => {
    const others: EventBody[] = [
      { type: 'accepted', note: '', dueAt: '2026-11-28T15:00:00.000Z' },
      { type: 'rejected', reason: 'x' },
      { type: 'closed', outcomes: ['process'], summary: 'x' },
    ];
    for (const body of others) assert.throws(() => evolve(undefined, eventOf(body)), { name: 'TypeError' });
  });

  it('should come to the same case whenever it is told again, and leave earlier ones as they were', () => {
    const events = [
      first,
      eventOf({ type: 'accepted', note: '', dueAt: '2026-12-01T15:00:00.000Z' }),
      eventOf({ type: 'closed', outcomes: ['standard'], summary: 'done' }, { seq: 3 }),
    ];
    const tell = () => events.reduce<ReturnType<typeof aCase> | undefined>(evolve, undefined);
    const reported = evolve(undefined, first);
    const copy = structuredClone(reported);
    evolve(reported, events[1] as CaseEvent);
    assert.deepEqual(reported, copy);
    assert.deepEqual(tell(), aCase({ state: 'closed', revision: 3, dueAt: undefined }));
    assert.deepEqual(tell(), tell());
  });
});
