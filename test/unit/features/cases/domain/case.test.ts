import assert from 'node:assert/strict';
import { type Case, evolve, STATES, type State } from '../../../../../src/features/cases/domain/case.js';
import {
  allows,
  type Command,
  type CommandType,
  decide,
  graveOf,
  MAX_EVIDENCE,
  type Refusal,
  TRANSITIONS,
} from '../../../../../src/features/cases/domain/commands.js';
import { type Agreement, begun } from '../../../../../src/features/cases/domain/commitment.js';
import {
  type Assignment,
  type CaseEvent,
  type EventBody,
  OUTCOMES,
} from '../../../../../src/features/cases/domain/event.js';
import {
  CASE_ROLES,
  type CaseRole,
  may,
  SYSTEM,
} from '../../../../../src/features/cases/domain/permissions.js';
import { firstLevelOf, type Report } from '../../../../../src/features/cases/domain/report.js';
import type { Level } from '../../../../../src/platform/impact/assessment.js';
import { EFFORTS, SOURCES } from '../../../../../src/platform/impact/failure.js';
import {
  aCase,
  aPerson,
  aReport,
  LEADER,
  plainDeadlines,
  REPORTER,
  reportedBody,
} from '../../../../support/fixtures.js';

const NOW = new Date('2026-11-24T15:00:00.000Z');
const DAY = 86_400_000;
const DUE = { dueAt: '2026-11-28T15:00:00.000Z', remindAt: '2026-11-26T15:00:00.000Z' };
const UP: Assignment = { assignee: { kind: 'person', id: 'above' }, assigneeRole: 'next-superior' };
const TEAM: Assignment = { assignee: { kind: 'humanization' }, assigneeRole: 'humanization' };
const AGREED: Agreement = { personId: 'carlos', what: 'greets first', until: '2026-12-15', kind: 'standard' };
const EVIDENCE = { id: 'file', type: 'image/png', size: 7 };

const COMMANDS: { [Type in CommandType]: Extract<Command, { type: Type }> } = {
  accept: { type: 'accept', note: 'I talk to them today' },
  reject: { type: 'reject', reason: 'it was no failure' },
  ask: { type: 'ask', question: 'at what time?' },
  reply: { type: 'reply', answer: 'at ten' },
  add: { type: 'add', words: 'there was a witness' },
  attach: { type: 'attach', evidence: EVIDENCE },
  reclassify: { type: 'reclassify', level: 'high', reason: 'it was a threat' },
  escalate: { type: 'escalate', reason: 'not mine to decide', to: UP },
  reassign: { type: 'reassign', reason: 'another sede', to: UP },
  climb: { type: 'climb', to: UP },
  remind: { type: 'remind' },
  place: { type: 'place', cycle: { service: 'farmacia', site: '', stage: 'arrival' } },
  health: { type: 'health', priority: 'vital' },
  'remind-health': { type: 'remind-health' },
  'note-unconfirmed': { type: 'note-unconfirmed', aboveId: 'above' },
  close: { type: 'close', outcomes: ['conversation', 'process'], summary: 'we talked' },
  withdraw: { type: 'withdraw', reason: 'a mistake' },
  contest: { type: 'contest', reason: 'it was a failure', to: UP },
  reopen: { type: 'reopen', reason: 'it goes on' },
  hold: { type: 'hold', reason: 'a lawsuit' },
  release: { type: 'release', reason: 'it is over' },
  identify: { type: 'identify', reason: 'a judge asks' },
  'note-undelivered': { type: 'note-undelivered', personId: LEADER },
  commit: { type: 'commit', agreed: AGREED },
  fulfil: { type: 'fulfil', of: 1, note: 'we did' },
  extend: { type: 'extend', of: 1, until: '2027-01-15', reason: 'holidays' },
  'follow-up': { type: 'follow-up', of: 1, phase: 'week', hasLeft: false },
};

/**
 * Section 5 of the design, written out by hand: the role that gives each command, and its transitions.
 * `same`: the state stays.
 */
const DESIGN: Record<
  CommandType,
  { of: CaseRole; also?: CaseRole; moves: Partial<Record<State, State | 'same'>> }
> = {
  accept: { of: 'assignee', moves: { reported: 'accepted' } },
  reject: { of: 'assignee', moves: { reported: 'rejected' } },
  ask: { of: 'assignee', moves: { reported: 'same', accepted: 'same' } },
  reclassify: { of: 'assignee', moves: { reported: 'same', accepted: 'same' } },
  escalate: { of: 'assignee', moves: { reported: 'same', accepted: 'same' } },
  close: { of: 'assignee', moves: { accepted: 'closed' } },
  reply: { of: 'reporter', moves: { reported: 'same', accepted: 'same' } },
  add: { of: 'reporter', moves: { reported: 'same', accepted: 'same' } },
  attach: { of: 'reporter', moves: { reported: 'same', accepted: 'same' } },
  withdraw: { of: 'reporter', moves: { reported: 'withdrawn', accepted: 'withdrawn' } },
  contest: { of: 'reporter', moves: { rejected: 'reported' } },
  reopen: { of: 'reporter', moves: { closed: 'accepted' } },
  reassign: { of: 'humanization', moves: { reported: 'same', accepted: 'same' } },
  hold: { of: 'humanization', moves: anyState() },
  release: { of: 'humanization', moves: anyState() },
  identify: { of: 'humanization', moves: anyState() },
  climb: { of: 'system', moves: { reported: 'same', accepted: 'same' } },
  remind: { of: 'system', moves: { reported: 'same', accepted: 'same' } },
  place: { of: 'assignee', moves: { reported: 'same', accepted: 'same' } },
  health: { of: 'assignee', also: 'humanization', moves: { reported: 'same', accepted: 'same' } },
  'remind-health': { of: 'system', moves: { reported: 'same', accepted: 'same' } },
  'note-unconfirmed': { of: 'system', moves: { reported: 'same', accepted: 'same' } },
  'note-undelivered': { of: 'system', moves: anyState() },
  commit: { of: 'assignee', moves: { accepted: 'same', closed: 'same' } },
  fulfil: { of: 'assignee', moves: { accepted: 'same', closed: 'same', withdrawn: 'same' } },
  extend: { of: 'assignee', moves: { accepted: 'same', closed: 'same', withdrawn: 'same' } },
  'follow-up': { of: 'system', moves: { accepted: 'same', closed: 'same', withdrawn: 'same' } },
};

function anyState(): Record<State, 'same'> {
  return { reported: 'same', accepted: 'same', rejected: 'same', withdrawn: 'same', closed: 'same' };
}

const TYPES = Object.keys(DESIGN) as CommandType[];
/** One person per role; `nobody` has none. */
const PEOPLE = {
  reporter: aPerson(REPORTER),
  assignee: aPerson(LEADER),
  humanization: aPerson('team', { roles: ['humanization'] }),
  former: aPerson('former', { roles: ['leader', 'admin'] }),
  /** Keeps a commitment; the case alone does not tell. */
  committed: aPerson('carlos'),
  system: SYSTEM,
  nobody: aPerson('nobody', { roles: ['leader', 'trainer', 'admin'] }),
} as const;

/** A case on which the command succeeds if the state allows it. */
function caseFor(state: State, command: CommandType, more: Partial<Case> = {}): Case {
  const isOpen = state === 'reported' || state === 'accepted';
  return aCase({
    state,
    report: aReport({ confidential: true }),
    formerIds: ['former'],
    question: command === 'reply' && isOpen ? 'at what time?' : undefined,
    held: command === 'release',
    commitments: [begun(AGREED, { seq: 1, at: NOW.toISOString() })],
    closedAt: state === 'closed' ? '2026-11-24T14:30:00.000Z' : undefined,
    ...(command === 'remind-health' && { health: { priority: 'vital', ...DUE } }),
    ...(command === 'note-unconfirmed' && { unconfirmed: true, confirmBy: '2026-11-24T14:30:00.000Z' }),
    ...(isOpen ? {} : { dueAt: undefined, remindAt: undefined }),
    ...more,
  });
}

const eventOf = (body: EventBody, more: Partial<CaseEvent> = {}): CaseEvent => ({
  seq: 2,
  actorId: LEADER,
  at: NOW.toISOString(),
  commandId: 'command-2',
  body,
  ...more,
});

const decided = (before: Case, command: Command, now = NOW): EventBody => {
  const decision = decide(before, command, now, plainDeadlines);
  assert.ok('body' in decision, JSON.stringify(decision));
  return decision.body;
};
const refused = (before: Case, command: Command, now = NOW): Refusal => {
  const decision = decide(before, command, now, plainDeadlines);
  assert.ok('refusal' in decision, JSON.stringify(decision));
  return decision.refusal;
};
const made = (before: Case, command: Command, now = NOW): Case =>
  evolve(before, eventOf(decided(before, command, now), { at: now.toISOString() }));
const inDays = (days: number, from: Date = NOW) => new Date(from.getTime() + days * DAY).toISOString();

describe('the table of transitions', () => {
  it('has exactly the commands of the design', () => {
    assert.deepEqual(Object.keys(TRANSITIONS).sort(), TYPES.sort());
    assert.deepEqual([...STATES].sort(), ['accepted', 'closed', 'rejected', 'reported', 'withdrawn']);
    assert.deepEqual([...CASE_ROLES, 'nobody'].sort(), Object.keys(PEOPLE).sort());
  });

  for (const state of STATES) {
    for (const type of TYPES) {
      const { of, also, moves } = DESIGN[type];
      const roles = [of, ...(also ? [also] : [])];
      const to = moves[state] === 'same' ? state : moves[state];
      it(`${state} × ${type}: ${to ? `leads to ${to}, by ${roles.join(' and ')} only` : 'is refused for everybody'}`, () => {
        const before = caseFor(state, type);
        const frozen = structuredClone(before);
        assert.equal(allows(state, type), to !== undefined);
        const able = Object.entries(PEOPLE).filter(([, person]) => may(before, person, type));
        assert.deepEqual(
          able.map(([role]) => role),
          to === undefined ? [] : roles,
        );
        if (to === undefined) assert.equal(refused(before, COMMANDS[type]), 'not-in-this-state');
        else
          assert.deepEqual(
            [made(before, COMMANDS[type]).state, made(before, COMMANDS[type]).revision],
            [to, 2],
          );
        assert.deepEqual(before, frozen, 'the case before is left as it was');
      });
    }
  }
});

describe('deciding a command', () => {
  it('copies the written text into the event', () => {
    for (const [type, state, body] of [
      ['reject', 'reported', { type: 'rejected', reason: 'it was no failure' }],
      ['ask', 'accepted', { type: 'asked', question: 'at what time?' }],
      ['reply', 'reported', { type: 'replied', answer: 'at ten' }],
      ['add', 'accepted', { type: 'added', words: 'there was a witness' }],
      ['attach', 'reported', { type: 'attached', evidence: EVIDENCE }],
      ['remind', 'reported', { type: 'reminded' }],
      ['close', 'accepted', { type: 'closed', outcomes: ['conversation', 'process'], summary: 'we talked' }],
      ['withdraw', 'accepted', { type: 'withdrawn', reason: 'a mistake' }],
      ['hold', 'closed', { type: 'held', reason: 'a lawsuit' }],
      ['release', 'rejected', { type: 'released', reason: 'it is over' }],
      ['identify', 'withdrawn', { type: 'identified', reason: 'a judge asks' }],
      ['note-undelivered', 'closed', { type: 'undelivered', personId: LEADER }],
    ] as const) {
      assert.deepEqual(decided(caseFor(state, type), COMMANDS[type]), body, type);
    }
  });

  it('gives each new step a deadline: to accept while reported, to close afterwards', () => {
    // Medium: 2 days to accept, 20 to close, by the deadlines of the fixtures.
    const accept = { dueAt: inDays(2), remindAt: inDays(1) };
    const close = { dueAt: inDays(20), remindAt: inDays(10) };
    for (const [state, type, due] of [
      ['reported', 'accept', close],
      ['reported', 'escalate', accept],
      ['accepted', 'escalate', close],
      ['reported', 'reassign', accept],
      ['accepted', 'reassign', close],
      ['reported', 'climb', accept],
      ['accepted', 'climb', close],
      ['rejected', 'contest', accept],
      ['closed', 'reopen', close],
    ] as const) {
      const before = caseFor(state, type, { step: 4 });
      const { dueAt, remindAt, step, stepStartedAt } = made(before, COMMANDS[type]);
      assert.deepEqual({ dueAt, remindAt }, due, `${state} ${type}`);
      assert.deepEqual([step, stepStartedAt], [5, NOW.toISOString()], `${state} ${type}`);
    }
  });

  it('leaves the deadline alone within a step', () => {
    for (const type of ['ask', 'reply', 'add', 'attach', 'hold', 'identify', 'note-undelivered'] as const) {
      const before = caseFor('reported', type);
      const { dueAt, remindAt, step } = made(before, COMMANDS[type]);
      assert.deepEqual([dueAt, remindAt, step], [before.dueAt, before.remindAt, 1], type);
    }
    const { dueAt, remindAt, step } = made(caseFor('reported', 'remind'), COMMANDS.remind);
    assert.deepEqual([dueAt, remindAt, step], [aCase().dueAt, undefined, 1]);
  });

  it('clears the deadline and the open question when the case ends', () => {
    for (const [state, type] of [
      ['reported', 'reject'],
      ['reported', 'withdraw'],
      ['accepted', 'withdraw'],
      ['accepted', 'close'],
    ] as const) {
      const { dueAt, remindAt, question } = made(caseFor(state, type, { question: 'when?' }), COMMANDS[type]);
      assert.deepEqual([dueAt, remindAt, question], [undefined, undefined, undefined], type);
    }
    assert.equal(made(caseFor('accepted', 'close'), COMMANDS.close).closedAt, NOW.toISOString());
    assert.equal(made(caseFor('closed', 'reopen'), COMMANDS.reopen).closedAt, undefined);
  });

  it('records former assignees and unreachable people', () => {
    for (const [state, type] of [
      ['reported', 'escalate'],
      ['reported', 'reassign'],
      ['accepted', 'climb'],
      ['rejected', 'contest'],
    ] as const) {
      const moved = made(caseFor(state, type), COMMANDS[type]);
      assert.deepEqual(moved.formerIds, ['former', LEADER], type);
      assert.deepEqual([moved.assignee, moved.assigneeRole], [UP.assignee, 'next-superior'], type);
    }
    const fromTeam = made(caseFor('reported', 'reassign', TEAM), COMMANDS.reassign);
    assert.deepEqual(fromTeam.formerIds, ['former'], 'the team is nobody');
    assert.deepEqual(made(aCase(), COMMANDS['note-undelivered']).unreachableIds, [LEADER]);
    assert.deepEqual(made(aCase(), COMMANDS.identify).identifiedBy, [LEADER]);
    assert.deepEqual(made(aCase(), COMMANDS.attach).evidence, [EVIDENCE]);
    assert.deepEqual(
      [made(aCase(), COMMANDS.hold).held, made(aCase({ held: true }), COMMANDS.release).held],
      [true, false],
    );
  });

  it('lapses instead of climbing at the top of the line, with a new deadline', () => {
    const before = aCase({ ...TEAM, step: 3 });
    const body = decided(before, { type: 'climb', to: TEAM });
    assert.deepEqual(body, { type: 'lapsed', dueAt: inDays(5), remindAt: inDays(2.5) });
    const lapsed = evolve(before, eventOf(body));
    assert.deepEqual([lapsed.assignee, lapsed.step, lapsed.formerIds], [TEAM.assignee, 4, []]);
    assert.equal(decided(aCase(), { type: 'climb', to: TEAM }).type, 'climbed');
  });

  it('lets a closed case be reopened for exactly 15 business days', () => {
    const before = caseFor('closed', 'reopen');
    const until = plainDeadlines.reopenBy(new Date(before.closedAt ?? ''));
    assert.equal(made(before, COMMANDS.reopen, until).state, 'accepted');
    assert.equal(refused(before, COMMANDS.reopen, new Date(until.getTime() + 1)), 'too-late');
  });
});

describe('the level', () => {
  const level = (value: Level, urgent: boolean, unconfirmed: boolean) =>
    graveOf(aCase({ level: value, unconfirmed, report: aReport({ level: value, urgent }) }));

  it('counts as high where it is urgent, until it is confirmed', () => {
    assert.equal(level('low', true, true), 'high');
    assert.equal(level('low', false, true), 'low');
    assert.equal(level('medium', false, true), 'medium');
    assert.equal(level('low', true, false), 'low');
  });

  it('counts as the gravest in question in a report of before, which does not say whether it is urgent', () => {
    const earlier = (candidate: Level, reviews: Report['reviews']) =>
      firstLevelOf({ ...aReport({ candidate, reviews, level: 'low' }), urgent: undefined });
    assert.equal(earlier('high', ['unclear']), 'high');
    assert.equal(earlier('high', []), 'low');
  });

  it('waits for its confirmation before the case is closed', () => {
    const before = { ...caseFor('accepted', 'close'), unconfirmed: true };
    assert.equal(refused(before, COMMANDS.close), 'unconfirmed');
    assert.equal(made({ ...before, unconfirmed: false }, COMMANDS.close).state, 'closed');
  });

  it('sets later deadlines as of a high one where it is urgent', () => {
    const doubtful = { level: 'low', unconfirmed: true, report: aReport({ urgent: true }) } as const;
    assert.equal(made(aCase(doubtful), COMMANDS.accept).dueAt, inDays(10));
    assert.equal(made(aCase(doubtful), COMMANDS.climb).dueAt, inDays(1));
    assert.equal(made(aCase({ ...doubtful, unconfirmed: false }), COMMANDS.accept).dueAt, inDays(30));
  });

  const started = new Date('2026-11-24T09:00:00.000Z');
  const reclassified = (to: Level, now: Date, more: Partial<Case> = {}) => {
    const before = aCase({
      stepStartedAt: started.toISOString(),
      dueAt: inDays(2, started),
      remindAt: inDays(1, started),
      ...more,
    });
    return made(before, { type: 'reclassify', level: to, reason: 'so' }, now);
  };
  const hours = (count: number) => new Date(started.getTime() + count * 3_600_000);

  it('shortens the step when it is raised, counting from the start of the step', () => {
    const { level: now, dueAt, remindAt, step, stepStartedAt } = reclassified('high', hours(10));
    assert.deepEqual([now, dueAt, remindAt], ['high', inDays(1, started), inDays(0.5, started)]);
    assert.deepEqual([step, stepStartedAt], [2, started.toISOString()]);
  });

  it('keeps the old deadline or counts from now, whichever is earlier, when it is raised late', () => {
    // A day for high has passed after 30 hours; a day from now would be later than the two days of medium.
    const { dueAt, remindAt } = reclassified('high', hours(30));
    assert.deepEqual([dueAt, remindAt], [inDays(2, started), inDays(1, started)]);
    // With a deadline of ten days, a day from now is earlier.
    assert.equal(reclassified('high', hours(30), { dueAt: inDays(10, started) }).dueAt, inDays(1, hours(30)));
  });

  it('lengthens the step when it is lowered, counting from the start of the step', () => {
    const { level: now, dueAt, remindAt } = reclassified('low', hours(10));
    assert.deepEqual([now, dueAt, remindAt], ['low', inDays(3, started), inDays(1.5, started)]);
  });

  it('uses the time to close once the case is accepted', () => {
    const accepted = {
      state: 'accepted',
      dueAt: inDays(20, started),
      remindAt: inDays(10, started),
    } as const;
    assert.equal(reclassified('high', hours(10), accepted).dueAt, inDays(10, started));
    assert.equal(reclassified('low', hours(10), accepted).dueAt, inDays(30, started));
  });

  it('is confirmed by the same level, once and without a reason', () => {
    const doubtful = aCase({
      level: 'medium',
      unconfirmed: true,
      report: aReport({ candidate: 'high', reviews: ['discounted'] }),
      stepStartedAt: started.toISOString(),
      dueAt: inDays(1, started),
    });
    const confirm: Command = { type: 'reclassify', level: 'medium', reason: '' };
    const confirmed = made(doubtful, confirm);
    assert.deepEqual([confirmed.level, confirmed.unconfirmed], ['medium', false]);
    assert.equal(confirmed.dueAt, inDays(2, started), 'it is no longer hurried');
    assert.equal(refused(confirmed, confirm), 'same-level');
  });

  it('that may be high takes a yes without a reason, and a no with one', () => {
    const asked = aCase({
      level: 'medium',
      unconfirmed: true,
      report: aReport({ level: 'medium', candidate: 'high', reviews: ['unclear'] }),
    });
    assert.equal(made(asked, { type: 'reclassify', level: 'high', reason: '' }).level, 'high');
    assert.equal(refused(asked, { type: 'reclassify', level: 'medium', reason: '' }), 'missing-reason');
    const no: Command = { type: 'reclassify', level: 'medium', reason: 'the knife was for the cake' };
    assert.equal(made(asked, no).unconfirmed, false);
  });

  it('changes only with a reason', () => {
    for (const unconfirmed of [true, false]) {
      assert.equal(
        refused(aCase({ unconfirmed }), { type: 'reclassify', level: 'low', reason: '' }),
        'missing-reason',
      );
    }
  });
});

describe('the decision', () => {
  const cases: [string, Case, Command, Refusal][] = [
    ['a rejection without a reason', aCase(), { type: 'reject', reason: '' }, 'missing-reason'],
    ['an escalation without a reason', aCase(), { type: 'escalate', reason: '', to: UP }, 'missing-reason'],
    ['a reassignment without a reason', aCase(), { type: 'reassign', reason: '', to: UP }, 'missing-reason'],
    [
      'an objection without a reason',
      caseFor('rejected', 'contest'),
      { type: 'contest', reason: '', to: UP },
      'missing-reason',
    ],
    [
      'a reopening without a reason',
      caseFor('closed', 'reopen'),
      { type: 'reopen', reason: '' },
      'missing-reason',
    ],
    ['a hold without a reason', aCase(), { type: 'hold', reason: '' }, 'missing-reason'],
    ['a release without a reason', aCase({ held: true }), { type: 'release', reason: '' }, 'missing-reason'],
    ['an identification without a reason', aCase(), { type: 'identify', reason: '' }, 'missing-reason'],
    ['an empty question', aCase(), { type: 'ask', question: '' }, 'missing-words'],
    ['an empty answer', aCase({ question: 'when?' }), { type: 'reply', answer: '' }, 'missing-words'],
    ['an answer without a question', aCase(), COMMANDS.reply, 'no-question'],
    ['empty information', aCase(), { type: 'add', words: '' }, 'missing-words'],
    [
      'a closing without an outcome',
      aCase({ state: 'accepted' }),
      { type: 'close', outcomes: [], summary: 'x' },
      'missing-outcome',
    ],
    [
      'a closing without a summary',
      aCase({ state: 'accepted' }),
      { type: 'close', outcomes: ['process'], summary: '' },
      'missing-summary',
    ],
    [
      'one file too many',
      aCase({ evidence: Array.from({ length: MAX_EVIDENCE }, (_, at) => ({ ...EVIDENCE, id: `f${at}` })) }),
      COMMANDS.attach,
      'too-many-files',
    ],
    ['a second hold', aCase({ held: true }), COMMANDS.hold, 'not-in-this-state'],
    ['a release without a hold', aCase(), COMMANDS.release, 'not-in-this-state'],
    [
      'a reassignment to the current assignee',
      aCase(),
      { type: 'reassign', reason: 'x', to: { ...UP, assignee: { kind: 'person', id: LEADER } } },
      'same-assignee',
    ],
    [
      'a reclassification to the current level',
      aCase(),
      { type: 'reclassify', level: 'medium', reason: 'x' },
      'same-level',
    ],
    [
      'a late command, before checking its inputs',
      aCase({ state: 'closed' }),
      { type: 'reject', reason: '' },
      'not-in-this-state',
    ],
  ];
  for (const [what, before, command, refusal] of cases) {
    it(`refuses ${what}`, () => assert.equal(refused(before, command), refusal));
  }

  it('refuses an escalation from the team to itself, which would only gain time', () => {
    assert.equal(refused(aCase(TEAM), { type: 'escalate', reason: 'x', to: TEAM }), 'same-assignee');
  });

  it('allows withdrawing and accepting without text, and the last file that fits', () => {
    assert.equal(decided(aCase(), { type: 'withdraw', reason: '' }).type, 'withdrawn');
    assert.equal(decided(aCase(), { type: 'accept', note: '' }).type, 'accepted');
    const evidence = Array.from({ length: MAX_EVIDENCE - 1 }, (_, at) => ({ ...EVIDENCE, id: `f${at}` }));
    assert.equal(made(aCase({ evidence }), COMMANDS.attach).evidence.length, 5);
  });
});

describe('the vocabulary of a case', () => {
  it('keeps the values that stored cases contain', () => {
    const sorted = (words: readonly string[]) => [...words].sort().join(' ');
    assert.equal(sorted(EFFORTS), 'cognitive emotional time');
    assert.equal(
      sorted(SOURCES),
      'development-platform indicator landing leader moment-of-truth mystery-shopper pqrs',
    );
    assert.equal(
      sorted(OUTCOMES),
      'conversation development-plan not-a-failure process referred standard voice-heard',
    );
  });
});

describe('the history of a case', () => {
  const first = eventOf(reportedBody(), { seq: 1, actorId: REPORTER, at: '2026-11-24T14:00:00.000Z' });

  it('begins with the report', () => {
    assert.deepEqual(evolve(undefined, first), aCase());
    assert.equal(
      evolve(undefined, eventOf(reportedBody({ report: aReport({ reviews: ['unclear'] }) }))).unconfirmed,
      true,
    );
  });

  it('refuses any other first event and a second report', () => {
    assert.throws(() => evolve(undefined, eventOf({ type: 'accepted', note: '', ...DUE })), {
      name: 'TypeError',
    });
    assert.throws(() => evolve(undefined, eventOf({ type: 'reminded' })), { name: 'TypeError' });
    assert.throws(() => evolve(aCase(), first), { name: 'TypeError' });
  });

  it('replays to the same case and leaves earlier versions unchanged', () => {
    const events = [first];
    for (const type of [
      'ask',
      'note-undelivered',
      'attach',
      'climb',
      'accept',
      'identify',
      'close',
      'reopen',
    ] as const) {
      const before = events.reduce<Case | undefined>(evolve, undefined);
      assert.ok(before);
      events.push(eventOf(decided(before, COMMANDS[type]), { seq: before.revision + 1 }));
    }
    const tell = () => {
      let subject: Case | undefined;
      for (const event of events) {
        const copy = structuredClone(subject);
        const next = evolve(subject, event);
        assert.deepEqual(subject, copy);
        subject = next;
      }
      return subject;
    };
    assert.equal(tell()?.revision, 9);
    assert.deepEqual(tell(), tell());
  });
});
