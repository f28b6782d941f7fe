import assert from 'node:assert/strict';
import { type Case, evolve } from '../../../../../src/features/cases/domain/case.js';
import { effectsOf, isWatched, MOST_OF_TEAM } from '../../../../../src/features/cases/domain/effects.js';
import type { CaseEvent, EventBody } from '../../../../../src/features/cases/domain/event.js';
import { SYSTEM } from '../../../../../src/features/cases/domain/permissions.js';
import { aCase, aReport, LEADER, REPORTER, reportedBody } from '../../../../support/fixtures.js';

const AT = '2026-11-24T15:00:00.000Z';
const DUE = { dueAt: '2026-11-28T15:00:00.000Z', remindAt: '2026-11-26T15:00:00.000Z' };
const UP = { assignee: { kind: 'person', id: 'marta' }, assigneeRole: 'next-superior' } as const;
const TO_TEAM = { assignee: { kind: 'humanization' }, assigneeRole: 'humanization' } as const;
const TEAM = ['hernan', 'helena'];

/** The effects as `card luis`; urgent ones end in `!`. */
function effects(
  before: Case | undefined,
  body: EventBody,
  actorId = LEADER,
  team: readonly string[] = TEAM,
  wasWatched = before !== undefined && isWatched(before),
  mails = false,
): string[] {
  const event: CaseEvent = { seq: (before?.revision ?? 0) + 1, actorId, at: AT, commandId: 'c', body };
  return effectsOf(before, event, evolve(before, event), { team, admins: [], wasWatched, mails })
    .map(({ kind, target, urgent }) => `${kind.slice(5)} ${target}`.trim() + (urgent ? '!' : ''))
    .sort();
}
const sorted = (...items: string[]) => items.sort();
const HIGH = { level: 'high' } as const;

describe('the effects of an event', () => {
  it('are two cards, the lists and the deadline after a report', () => {
    assert.deepEqual(
      effects(undefined, reportedBody(), REPORTER),
      sorted('index', 'deadline', `card ${REPORTER}`, `card ${LEADER}`),
    );
  });

  it('tell the humanization team urgently of a high report, even while it is unconfirmed', () => {
    const all = sorted(
      'index!',
      'deadline!',
      `card ${REPORTER}!`,
      `card ${LEADER}!`,
      'card hernan!',
      'card helena!',
    );
    assert.deepEqual(effects(undefined, reportedBody({ report: aReport(HIGH) }), REPORTER), all);
    const inDoubt = aReport({ level: 'low', candidate: 'high', reviews: ['unclear'] });
    assert.deepEqual(effects(undefined, reportedBody({ report: inDoubt }), REPORTER), all);
  });

  it('send no team card to members who reported the case or are involved in it', () => {
    const report = reportedBody({ report: aReport(HIGH), excludedIds: ['helena'], ...TO_TEAM });
    const found = effects(undefined, report, 'hernan', [...TEAM, 'hugo']);
    assert.deepEqual(
      found,
      sorted('index!', 'deadline!', 'card hernan!', 'card hugo!'),
      'the reporter has one card',
    );
  });

  const told: [string, EventBody, string, string[]][] = [
    ['accepted', { type: 'accepted', note: '', ...DUE }, LEADER, [REPORTER]],
    ['rejected', { type: 'rejected', reason: 'x' }, LEADER, [REPORTER]],
    ['asked', { type: 'asked', question: 'x' }, LEADER, [REPORTER]],
    ['reclassified', { type: 'reclassified', level: 'low', reason: 'x', ...DUE }, LEADER, [REPORTER]],
    ['escalated', { type: 'escalated', reason: 'x', ...UP, ...DUE }, LEADER, [REPORTER]],
    ['reassigned', { type: 'reassigned', reason: 'x', ...UP, ...DUE }, 'hernan', [REPORTER]],
    ['climbed', { type: 'climbed', ...UP, ...DUE }, SYSTEM.id, [REPORTER]],
    ['closed', { type: 'closed', outcomes: ['process'], summary: 'x' }, LEADER, [REPORTER]],
    ['identified', { type: 'identified', reason: 'x' }, 'hernan', [REPORTER]],
    ['replied', { type: 'replied', answer: 'x' }, REPORTER, [LEADER]],
    ['added', { type: 'added', words: 'x' }, REPORTER, [LEADER]],
    ['attached', { type: 'attached', evidence: { id: 'f', type: 'f', size: 1 } }, REPORTER, [LEADER]],
    ['withdrawn', { type: 'withdrawn', reason: '' }, REPORTER, [LEADER]],
    ['reopened', { type: 'reopened', reason: 'x', ...DUE }, REPORTER, [LEADER]],
    ['reminded', { type: 'reminded' }, SYSTEM.id, [LEADER]],
    ['lapsed', { type: 'lapsed', ...DUE }, SYSTEM.id, [LEADER]],
    ['placed', { type: 'placed', service: 'farmacia', site: '', stage: '' }, LEADER, []],
    ['health', { type: 'health', priority: 'vital', ...DUE }, 'hernan', [LEADER]],
    ['health-reminded', { type: 'health-reminded' }, SYSTEM.id, [LEADER]],
    ['unconfirmed', { type: 'unconfirmed', aboveId: 'marta' }, SYSTEM.id, [LEADER, 'marta', ...TEAM]],
    ['undelivered', { type: 'undelivered', personId: 'x' }, SYSTEM.id, TEAM],
    ['contested', { type: 'contested', reason: 'x', ...UP, ...DUE }, REPORTER, []],
    ['held', { type: 'held', reason: 'x' }, 'hernan', []],
    ['released', { type: 'released', reason: 'x' }, 'hernan', []],
  ];
  for (const [name, body, actorId, people] of told) {
    it(`tell ${people.join(', ') || 'nobody'} in a line after "${name}"`, () => {
      const found = effects(aCase(), body, actorId);
      assert.deepEqual(
        found.filter((effect) => effect.startsWith('news')),
        people.map((id) => `news ${id}`).sort(),
      );
      assert.ok(
        found.includes('index') && found.includes(`card ${REPORTER}`) && found.includes(`card ${LEADER}`),
      );
    });
  }

  it('send a mail at half the time of a grave case that waits to be accepted, where mail is on', () => {
    const grave = aCase(HIGH);
    const mails = (subject: Case, body: EventBody, isOn = true) =>
      effects(subject, body, SYSTEM.id, TEAM, true, isOn).filter((effect) => effect.startsWith('mail'));
    assert.deepEqual(mails(grave, { type: 'reminded' }), ['mail!']);
    assert.deepEqual(mails(aCase({ protectedBy: 'protected' }), { type: 'reminded' }), ['mail!']);
    assert.deepEqual(mails(grave, { type: 'reminded' }, false), []);
    assert.deepEqual(mails({ ...grave, state: 'accepted' }, { type: 'reminded' }), []);
    assert.deepEqual(mails(aCase(), { type: 'reminded' }), []);
    assert.deepEqual(mails(grave, { type: 'lapsed', ...DUE }), []);
  });

  it('tell a new assignee in a line only if they already have a card', () => {
    const lines = (before: Case, body: EventBody, wasWatched?: boolean) =>
      effects(before, body, LEADER, TEAM, wasWatched)
        .filter((effect) => effect.startsWith('news') && !effect.includes(REPORTER))
        .map((effect) => effect.slice(5));
    const bodies = (to: typeof UP | typeof TO_TEAM): EventBody[] => [
      { type: 'escalated', reason: 'x', ...to, ...DUE },
      { type: 'reassigned', reason: 'x', ...to, ...DUE },
      { type: 'climbed', ...to, ...DUE },
      { type: 'contested', reason: 'x', ...to, ...DUE },
    ];
    for (const body of bodies(UP)) {
      assert.deepEqual(lines(aCase(), body), [], body.type);
      assert.deepEqual(lines(aCase({ formerIds: ['marta'] }), body), ['marta'], body.type);
    }
    for (const body of bodies(TO_TEAM)) {
      assert.deepEqual(lines(aCase(), body), [], body.type);
      assert.deepEqual(lines(aCase(HIGH), body), ['helena!', 'hernan!'], body.type);
      assert.deepEqual(lines(aCase(), body, true), ['helena', 'hernan'], body.type);
    }
  });

  it('queue a deadline only when a step begins', () => {
    const begins = (body: EventBody, before = aCase()) =>
      effects(before, body).some((one) => one.startsWith('deadline'));
    for (const body of [
      { type: 'accepted', note: '', ...DUE },
      { type: 'escalated', reason: 'x', ...UP, ...DUE },
      { type: 'reclassified', level: 'low', reason: 'x', ...DUE },
      { type: 'lapsed', ...DUE },
    ] as const) {
      assert.equal(begins(body), true, body.type);
    }
    for (const body of [
      { type: 'asked', question: 'x' },
      { type: 'reminded' },
      { type: 'rejected', reason: 'x' },
      { type: 'withdrawn', reason: '' },
      { type: 'undelivered', personId: 'x' },
    ] as const) {
      assert.equal(begins(body), false, body.type);
    }
  });

  it('update the cards of the new and the former assignee', () => {
    const up = effects(aCase(), { type: 'escalated', reason: 'x', ...UP, ...DUE });
    assert.ok(up.includes('card marta') && up.includes(`card ${LEADER}`));
    const toTeam = effects(aCase(), { type: 'climbed', ...TO_TEAM, ...DUE }, SYSTEM.id);
    for (const id of [...TEAM, LEADER]) assert.ok(toTeam.includes(`card ${id}`), id);
    const fromTeam = effects(aCase(TO_TEAM), { type: 'reassigned', reason: 'x', ...UP, ...DUE }, 'hernan');
    for (const id of [...TEAM, 'marta']) assert.ok(fromTeam.includes(`card ${id}`), id);
  });

  it('update the cards of the team when a case stops or starts being high', () => {
    const lowered: EventBody = { type: 'reclassified', level: 'low', reason: 'x', ...DUE };
    const found = effects(aCase(HIGH), lowered);
    for (const id of TEAM) assert.ok(found.includes(`card ${id}`), id);
    assert.ok(
      effects(aCase(), { ...lowered, level: 'high' }).includes('card hernan!'),
      'and when it becomes so',
    );
  });

  it('tell the team that a case which may be high is not', () => {
    const report = aReport({ level: 'medium', candidate: 'high', reviews: ['unclear'] });
    const asked = aCase({ level: 'medium', unconfirmed: true, report });
    const no: EventBody = { type: 'reclassified', level: 'medium', reason: 'a toy', ...DUE };
    assert.ok(effects(asked, no).some((one) => one.startsWith('news hernan')));
    assert.ok(!effects(asked, { ...no, level: 'high' }).some((one) => one.startsWith('news hernan')));
  });

  it('do not tell the actor', () => {
    const closed: EventBody = { type: 'undelivered', personId: 'x' };
    assert.deepEqual(
      effects(aCase(), closed, 'hernan').filter((one) => one.startsWith('news')),
      ['news helena'],
    );
  });

  it('fit into one transaction, however large the team is', () => {
    const crowd = Array.from({ length: 500 }, (_, at) => `member${at}`);
    for (const found of [
      effects(aCase(TO_TEAM), { type: 'lapsed', ...DUE }, SYSTEM.id, crowd),
      effects(aCase(HIGH), { type: 'climbed', ...TO_TEAM, ...DUE }, SYSTEM.id, crowd),
    ]) {
      assert.equal(found.filter((one) => one.startsWith('card member')).length, MOST_OF_TEAM);
      // Plus the event, the case and the place of the reporter's card.
      assert.ok(found.length + 3 <= 100, String(found.length));
      assert.equal(new Set(found).size, found.length);
    }
  });

  it('tell all who receive a protected case, urgently, whatever its level', () => {
    const body = reportedBody({
      protectedBy: 'protected',
      assignee: { kind: 'protected' },
      excludedIds: ['helena'],
    });
    assert.deepEqual(
      effects(undefined, body, REPORTER, [...TEAM, 'hugo']),
      sorted('index!', 'deadline!', `card ${REPORTER}!`, 'card hernan!', 'card hugo!'),
    );
  });

  it('tell the reporter of a protected case, too, when nobody receives it in time', () => {
    const guarded = aCase({ assignee: { kind: 'protected' }, protectedBy: 'protected' });
    const told = (before: Case) =>
      effects(before, { type: 'lapsed', ...DUE }, SYSTEM.id).filter((effect) => effect.startsWith('news'));
    assert.deepEqual(told(guarded), sorted('news hernan!', 'news helena!', `news ${REPORTER}!`));
    assert.deepEqual(told({ ...guarded, state: 'accepted' }), sorted('news hernan!', 'news helena!'));
    assert.deepEqual(told(aCase(TO_TEAM)), sorted('news hernan', 'news helena'));
  });
});
