import assert from 'node:assert/strict';
import type { z } from 'zod';
import type { deadlineWork } from '../../../../../src/features/cases/service/deadline-work.js';
import { StorageError } from '../../../../../src/platform/storage/errors.js';
import type { Operation, Tables } from '../../../../../src/platform/storage/tables.js';
import { Cases } from '../../../../support/cases.js';
import { aPerson, bogota } from '../../../../support/fixtures.js';
import { failing, interrupted } from '../../../../support/interrupted.js';
import { MemoryQueue } from '../../../../support/memory-queue.js';
import { MemoryTables } from '../../../../support/memory-tables.js';

const MINUTE = 60_000;
const PEOPLE = [
  aPerson('ana', { superiorId: 'luis' }),
  aPerson('luis', { superiorId: 'marta' }),
  aPerson('marta'),
  aPerson('hernan', { roles: ['humanization'] }),
];

type DeadlineWork = z.output<typeof deadlineWork>;

describe('deadlines through the queue', () => {
  let now: Date;
  let queue: MemoryQueue;
  let told: string[];
  let cases: Cases;
  beforeEach(async () => {
    now = bogota('2026-11-24 09:00');
    queue = new MemoryQueue(() => now.getTime());
    told = [];
    cases = await open();
  });

  const open = (tables: Tables = new MemoryTables()) =>
    Cases.open({
      clock: () => now,
      people: PEOPLE,
      tables,
      queue,
      deliver: async ({ kind, target }) => void told.push(`${kind} ${target}`),
    });
  const deadline = (caseId: string, step: number, phase: DeadlineWork['phase']): DeadlineWork => ({
    kind: 'deadline',
    caseId,
    step,
    phase,
  });
  const happened = async (id: string) => (await cases.load(id)).events.map(({ body }) => body.type);
  const at = async (text: string) => {
    now = bogota(text);
    await cases.settle();
  };

  it('queue a reminder and a deadline for each step, and none for a closed case', async () => {
    const { id } = await cases.report('ana');
    await cases.settle();
    const expected = (step: number) => [deadline(id, step, 'remind'), deadline(id, step, 'due')];
    const deadlines = () =>
      queue.bodies.map((body) => JSON.parse(body)).filter(({ kind }) => kind === 'deadline');
    assert.deepEqual(deadlines(), expected(1));
    await cases.does('luis', id, { type: 'ask', question: 'where?' });
    await cases.settle();
    assert.deepEqual(deadlines(), expected(1), 'the step is the same');
    await cases.does('luis', id, { type: 'accept', note: '' });
    await cases.settle();
    assert.deepEqual(deadlines(), [...expected(1), ...expected(2)]);
    await cases.does('luis', id, { type: 'close', outcomes: ['process'], summary: 'done' });
    await cases.settle();
    assert.deepEqual(deadlines(), [...expected(1), ...expected(2)]);
  });

  it('remind half-way, move the case up when the time has passed, and repeat up to the team', async () => {
    const { id } = await cases.report('ana');
    await at('2026-11-24 12:59');
    assert.deepEqual(await happened(id), ['reported']);
    await at('2026-11-24 13:01');
    assert.deepEqual(await happened(id), ['reported', 'reminded']);
    assert.ok(told.includes('case.news luis'));
    await at('2026-11-24 16:59');
    assert.equal((await happened(id)).length, 2);
    await at('2026-11-24 17:01');
    assert.deepEqual(await happened(id), ['reported', 'reminded', 'climbed']);
    const { subject } = await cases.load(id);
    assert.deepEqual([subject.assignee, subject.formerIds], [{ kind: 'person', id: 'marta' }, ['luis']]);
    // The next day marta is reminded, then the team gets the case; a day later the team is told again.
    for (const moment of ['2026-11-25 12:01', '2026-11-25 16:02', '2026-11-26 11:03', '2026-11-26 15:04']) {
      await at(moment);
    }
    assert.deepEqual((await happened(id)).slice(3), ['reminded', 'climbed', 'reminded', 'lapsed']);
    assert.deepEqual((await cases.load(id)).subject.assignee, { kind: 'humanization' });
    assert.ok(told.includes('case.news hernan'));
  });

  describe('when the bot or storage was down, so that who attends could not be told,', () => {
    const tables = new MemoryTables();
    let isDown: boolean;
    const begin = () =>
      Cases.open({
        clock: () => now,
        people: PEOPLE,
        tables,
        queue,
        deliver: async ({ kind, target }) => {
          if (isDown && target === 'luis') throw new StorageError('unavailable');
          told.push(`${kind} ${target}`);
        },
      });
    let id: string;
    beforeEach(async () => {
      isDown = true;
      cases = await begin();
      ({ id } = await cases.report('ana'));
      await cases.settle();
      now = bogota('2026-11-26 09:00');
      cases = await begin();
    });

    it('tell them before the case moves on', async () => {
      assert.notEqual(await cases.deadlines.run(deadline(id, 1, 'due')), undefined);
      assert.equal(await cases.deadlines.audit(), 0);
      assert.deepEqual(await happened(id), ['reported']);
      isDown = false;
      await cases.settle();
      await at('2026-11-26 09:02');
      assert.deepEqual(await happened(id), ['reported', 'reminded', 'climbed']);
      const order = (what: string) => told.indexOf(what);
      assert.ok(
        order('case.card luis') >= 0 && order('case.card luis') < order('case.card marta'),
        told.join(),
      );
    });

    for (const [way, move] of [
      ['the queue', () => cases.deadlines.run(deadline(id, 1, 'due'))],
      ['the audit', () => cases.deadlines.audit()],
    ] as const) {
      it(`move on after ten minutes all the same, through ${way}`, async () => {
        now = bogota('2026-11-26 09:11');
        await move();
        assert.deepEqual(await happened(id), ['reported', 'climbed']);
      });
    }
  });

  it('return the remaining time when a message comes too early', async () => {
    const { id } = await cases.report('ana');
    assert.equal(await cases.deadlines.run(deadline(id, 1, 'due')), 8 * 60 * MINUTE);
    assert.equal(await cases.deadlines.run(deadline(id, 1, 'remind')), 4 * 60 * MINUTE);
    now = bogota('2026-11-24 16:59');
    assert.equal(await cases.deadlines.run(deadline(id, 1, 'due')), MINUTE);
    assert.deepEqual(await happened(id), ['reported']);
  });

  it('drop messages for a past step, a closed case or an unknown case', async () => {
    const { id } = await cases.report('ana');
    await cases.does('luis', id, { type: 'accept', note: '' });
    now = bogota('2027-02-01 12:00');
    assert.equal(await cases.deadlines.run(deadline(id, 1, 'due')), undefined);
    assert.equal(
      await cases.deadlines.run(deadline('5f0c7a52-0000-4000-8000-0000000000ff', 1, 'due')),
      undefined,
    );
    assert.deepEqual(await happened(id), ['reported', 'accepted']);
    await cases.does('luis', id, { type: 'close', outcomes: ['process'], summary: 'done' });
    assert.equal(await cases.deadlines.run(deadline(id, 2, 'due')), undefined);
    assert.deepEqual(await happened(id), ['reported', 'accepted', 'closed']);
  });

  it('act once, however often the message comes', async () => {
    const { id } = await cases.report('ana');
    now = bogota('2026-11-24 17:30');
    const due = () => cases.deadlines.run(deadline(id, 1, 'due'));
    await Promise.all([due(), due(), due()]);
    await due();
    const remind = () => cases.deadlines.run(deadline(id, 2, 'remind'));
    now = bogota('2026-11-25 13:00');
    await Promise.all([remind(), remind()]);
    assert.deepEqual(await happened(id), ['reported', 'climbed', 'reminded']);
  });

  for (const phase of ['remind', 'due'] as const) {
    it(`act (${phase}) even if a question is asked at the same time`, async () => {
      const tables = new MemoryTables();
      const other = await open(tables);
      const { id } = await other.report('ana');
      const isCommit = (method: string, _table: unknown, operations: unknown) =>
        method === 'commit' && JSON.stringify(operations as Operation[]).includes(`deadline:1:${phase}`);
      cases = await open(
        interrupted(tables, isCommit, () =>
          other.does('luis', id, { type: 'ask', question: 'where?' }),
        ) as MemoryTables,
      );
      now = bogota('2026-11-24 17:00');
      const again = await cases.deadlines.run(deadline(id, 1, phase));
      if (again !== undefined) {
        now = new Date(now.getTime() + again);
        await cases.deadlines.run(deadline(id, 1, phase));
      }
      assert.deepEqual(await happened(id), ['reported', 'asked', phase === 'due' ? 'climbed' : 'reminded']);
    });
  }

  it('move the case up even if the reminder comes as late, as after a night without instances', async () => {
    const { id } = await cases.report('ana');
    await cases.settle();
    await at('2026-11-24 17:01');
    // The message that lost the conflict comes again.
    now = new Date(now.getTime() + 10_000);
    await cases.settle();
    assert.equal((await happened(id)).at(-1), 'climbed');
  });

  it('remind of a health claim half-way from when it was marked', async () => {
    const { id } = await cases.report('ana');
    await cases.does('luis', id, { type: 'accept', note: '' });
    await at('2026-11-24 11:00');
    await cases.does('luis', id, { type: 'health', priority: 'vital' });
    await at('2026-11-24 21:59');
    assert.ok(!(await happened(id)).includes('health-reminded'));
    told = [];
    await at('2026-11-24 22:01');
    assert.equal((await happened(id)).at(-1), 'health-reminded');
    assert.ok(told.includes('case.news luis'));
    await at('2026-11-25 10:00');
    assert.equal((await happened(id)).filter((type) => type === 'health-reminded').length, 1);
  });

  describe('of a level that waits to be confirmed', () => {
    const UNCLEAR = { reviews: ['unclear'] } as const;
    const reports = async () => (await cases.report('ana', { reviews: [...UNCLEAR.reviews] })).id;
    const count = async (id: string) => (await happened(id)).filter((type) => type === 'unconfirmed').length;
    /** The time to accept is longer than the time to confirm. */
    const accepts = (id: string) => cases.does('luis', id, { type: 'accept', note: '' });
    const confirms = (id: string) =>
      cases.does('luis', id, { type: 'reclassify', level: 'medium', reason: '' });

    it('tell the next one up and the team after four business hours, across the night, once', async () => {
      now = bogota('2026-11-24 15:00');
      const id = await reports();
      await accepts(id);
      await at('2026-11-25 09:59');
      assert.equal(await count(id), 0);
      await at('2026-11-25 10:01');
      assert.equal(await count(id), 1);
      for (const who of ['luis', 'marta', 'hernan']) assert.ok(told.includes(`case.news ${who}`), who);
      await cases.does('luis', id, { type: 'escalate', reason: 'x' });
      for (const moment of ['2026-11-26 16:00', '2026-11-27 16:00']) await at(moment);
      assert.equal(await count(id), 1);
    });

    it('tell nobody when it was confirmed in time, or the case is over', async () => {
      const [confirmed, withdrawn] = [await reports(), await reports()];
      await accepts(confirmed);
      await confirms(confirmed);
      await cases.does('ana', withdrawn, { type: 'withdraw', reason: '' });
      await at('2026-11-24 14:00');
      assert.equal((await count(confirmed)) + (await count(withdrawn)), 0);
    });

    it('tell when the confirmation was taken back', async () => {
      const id = await reports();
      await accepts(id);
      await at('2026-11-24 12:59');
      await confirms(id);
      await at('2026-11-24 13:00');
      await cases.does('luis', id, { type: 'undo' });
      for (const moment of ['2026-11-24 13:01', '2026-11-24 13:02']) await at(moment);
      assert.equal(await count(id), 1);
    });

    it('begin anew for who gets the case after a rejection', async () => {
      const id = await reports();
      await at('2026-11-24 10:00');
      await cases.does('luis', id, { type: 'reject', reason: 'x' });
      await at('2026-11-24 14:00');
      assert.equal(await count(id), 0);
      await cases.does('ana', id, { type: 'contest', reason: 'x' });
      await at('2026-11-24 16:59');
      assert.equal(await count(id), 0);
      await at('2026-11-25 09:01');
      assert.equal(await count(id), 1);
    });

    it('are made up for by the audit when they were lost', async () => {
      const id = await reports();
      await accepts(id);
      await cases.settle();
      queue.clear();
      now = bogota('2026-11-24 13:03');
      assert.equal(await cases.deadlines.auditReminders(), 1);
      assert.equal(await count(id), 1);
      assert.equal(await cases.deadlines.auditReminders(), 0);
    });
  });

  describe('the audit', () => {
    it('makes up for a lost deadline once and logs it', async () => {
      const { id } = await cases.report('ana');
      await cases.settle();
      queue.clear();
      now = bogota('2026-11-24 17:01');
      assert.equal(await cases.deadlines.audit(), 0, 'it may still be on its way');
      now = bogota('2026-11-24 17:03');
      assert.equal(await cases.deadlines.audit(), 1);
      await cases.settle();
      assert.deepEqual(await happened(id), ['reported', 'climbed']);
      assert.ok(cases.logLines.some((line) => line.includes('a deadline was lost') && line.includes(id)));
      assert.equal(await cases.deadlines.audit(), 0);
    });

    it('checks the case, not an outdated list', async () => {
      const { id } = await cases.report('ana');
      await cases.settle();
      const listed = await cases.load(id);
      await cases.does('luis', id, { type: 'escalate', reason: 'x' });
      await cases.settle();
      queue.clear();
      // An outdated list: due at 17:00 with luis, in a past step.
      await cases.index.project(listed.subject, []);
      now = bogota('2026-11-25 09:00');
      assert.equal(await cases.deadlines.audit(), 1);
      await cases.settle();
      assert.deepEqual(await happened(id), ['reported', 'escalated', 'climbed']);
      await cases.index.project(listed.subject, []);
      assert.equal(await cases.deadlines.audit(), 0, 'nothing is due');
      assert.deepEqual((await happened(id)).length, 3);
      assert.equal(cases.logLines.filter((line) => line.includes('a deadline was lost')).length, 1);
    });

    it('goes on with the other cases when one cannot be read', async () => {
      const unreadable = new Set<string>();
      const cannotRead = (_method: string, _table: unknown, ...args: unknown[]) =>
        [...unreadable].some((id) => JSON.stringify(args).includes(id));
      cases = await open(failing(new MemoryTables(), cannotRead));
      const first = await cases.report('ana');
      const second = await cases.report('ana');
      for (const { id } of [first, second]) await cases.does('luis', id, { type: 'ask', question: 'x' });
      await cases.settle();
      queue.clear();
      now = bogota('2026-11-24 16:03');
      for (const { id } of [first, second]) {
        unreadable.clear();
        unreadable.add(id);
        await cases.deadlines.auditReminders();
      }
      unreadable.clear();
      assert.ok(cases.logLines.some((line) => line.includes('still not made up for')));
      assert.equal(
        await cases.deadlines.auditReminders(),
        0,
        'each was made up for while the other was broken',
      );
    });

    it('finds nothing when no deadline is lost', async () => {
      await cases.report('ana');
      for (const moment of ['2026-11-24 09:01', '2026-11-24 13:01', '2026-11-24 17:03']) await at(moment);
      assert.equal(await cases.deadlines.audit(), 0);
      assert.deepEqual(
        cases.logLines.filter((line) => line.includes('lost')),
        [],
      );
    });
  });
});
