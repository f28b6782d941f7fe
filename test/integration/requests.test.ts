import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { evolve } from '../../src/features/cases/domain/case.js';
import { UNDO_MS } from '../../src/features/cases/domain/undo.js';
import { toEventRow } from '../../src/features/cases/store/events.js';
import { addMilliseconds } from '../../src/platform/clock.js';
import { OUTBOX_PREFIX } from '../../src/platform/delivery/outbox.js';
import { AzureTables } from '../../src/platform/storage/azure-tables.js';
import { AzureQueue, type Queue } from '../../src/platform/storage/queue.js';
import { type Operation, rowsOf, type Tables } from '../../src/platform/storage/tables.js';
import { Cases } from '../support/cases.js';
import { counting, tally } from '../support/counted-bot.js';
import { aPerson, aReport, bogota, reportedBody } from '../support/fixtures.js';
import { SIGNER } from '../support/host.js';
import { MemoryQueue } from '../support/memory-queue.js';
import { MemoryTables } from '../support/memory-tables.js';
import { freshAccount } from '../support/storage.js';

const PEOPLE = [
  aPerson('ana', { superiorId: 'luis' }),
  aPerson('luis', { superiorId: 'marta' }),
  aPerson('marta'),
  aPerson('hernan', { roles: ['humanization'] }),
];

/**
 * The requests before the answer: one write of the case, which fails if the case is not as this instance knows it, the
 * lookups of people, and the queue message that lets another instance take over when this one dies.
 */
const ANSWERS = {
  submit: { 'Cases commit': 1, 'People get': 2, 'queue put': 1 },
  accept: { 'Cases commit': 1, 'queue put': 1 },
  reject: { 'Cases commit': 1, 'queue put': 1 },
  ask: { 'Cases commit': 1, 'queue put': 1 },
  close: { 'Cases commit': 1, 'queue put': 1 },
} as const;
type Step = keyof typeof ANSWERS;
const STEPS = Object.keys(ANSWERS) as Step[];

/** The requests of a step; `total` includes the dispatches after the answer, at once and when what waits is due. */
type Measured = Record<Step, { answer: Record<string, number>; total: number }>;

/** On Azurite as far as it can be filled within seconds; the largest in memory, under the same contract. */
for (const [others, open] of [
  [10, openAzurite],
  [2_000, openAzurite],
  [100_000, openMemory],
] as const) {
  describe(`storage requests, beside ${others} other cases`, function () {
    this.timeout(120_000);
    let measured: Measured;

    before(async () => {
      const { tables, queue } = await open();
      await fill(tables, others);
      measured = await measure(tables, queue);
    });

    for (const step of STEPS) {
      it(`are one transaction on cases to ${step}`, () => {
        assert.deepEqual(measured[step].answer, ANSWERS[step]);
      });
    }

    it('stay at the expected totals, including the work after the answer', () => {
      assert.deepEqual(Object.fromEntries(STEPS.map((step) => [step, measured[step].total])), TOTALS);
    });
  });
}

/**
 * A case is in the list of its assignee's people, too: one write of a row for each step, and one more to accept, which
 * moves the case to another moment. A rejection and a closing reach the reporter once they can no longer be taken back:
 * a message in the queue for then, and the outbox read once more. A closing also queues the question whether the reporter is
 * satisfied. Each step writes what of the case counts in the figures, and the first queues that they are counted anew.
 */
const TOTALS: Record<Step, number> = { submit: 46, accept: 48, reject: 39, ask: 38, close: 46 };

async function openAzurite(): Promise<{ tables: Tables; queue: Queue }> {
  const connectionString = freshAccount();
  const tables = new AzureTables({ connectionString });
  const queue = new AzureQueue({ connectionString }, 'work');
  await Promise.all([tables.prepare(), queue.prepare()]);
  return { tables, queue };
}

async function openMemory(): Promise<{ tables: Tables; queue: Queue }> {
  return { tables: new MemoryTables(), queue: new MemoryQueue() };
}

async function measure(tables: Tables, queue: Queue): Promise<Measured> {
  const noted: string[] = [];
  let now = bogota('2026-11-24 09:00');
  const cases = await Cases.open({
    clock: () => now,
    people: PEOPLE,
    tables: counting(tables, noted),
    queue: counting(queue, noted),
  });
  const number = await cases.service.nextNumber();
  const count = async (caseId: string, run: () => Promise<unknown>) => {
    noted.splice(0);
    // Background work is held back, so that it is counted after the answer.
    const behind: (() => Promise<void>)[] = [];
    const { run: original } = cases.background;
    cases.background.run = (_name, task) => void behind.push(task);
    await run();
    const answer = tally(noted);
    cases.background.run = original;
    for (const task of behind) cases.background.run('dispatch', task);
    await cases.background.drain();
    if (await isWaiting(caseId)) {
      now = addMilliseconds(now, UNDO_MS);
      await cases.dispatch(caseId);
    }
    return { answer, total: noted.length };
  };
  const isWaiting = async (caseId: string) => {
    for await (const { row } of rowsOf(tables, 'Cases', caseId, OUTBOX_PREFIX)) {
      if (row.status === 'pending') return true;
    }
    return false;
  };
  const submit = async (caseId: string) => {
    const report = aReport();
    const route = await cases.route('ana', report);
    const submission = { caseId, number, report, route, evidence: [], commandId: caseId };
    return cases.service.submit(cases.person('ana'), submission);
  };
  const [first, second] = [randomUUID(), randomUUID()];
  const submitted = await count(first, () => submit(first));
  await submit(second);
  await cases.background.drain();
  return {
    submit: submitted,
    ask: await count(first, () => cases.does('luis', first, { type: 'ask', question: 'where?' }, 1)),
    accept: await count(first, () => cases.does('luis', first, { type: 'accept', note: '' }, 2)),
    close: await count(first, () =>
      cases.does('luis', first, { type: 'close', outcomes: ['process'], summary: 'done' }, 3),
    ),
    reject: await count(second, () => cases.does('luis', second, { type: 'reject', reason: 'none' }, 1)),
  };
}

/** Inserts other cases into the same table. */
async function fill(tables: Tables, count: number): Promise<void> {
  const at = bogota('2026-11-01 09:00').toISOString();
  const put = async () => {
    const caseId = randomUUID();
    const event = { seq: 1, actorId: 'ana', at, commandId: caseId, body: reportedBody({ caseId }) };
    const { revision } = evolve(undefined, event);
    const operations: Operation[] = [
      { kind: 'insert', row: { partitionKey: caseId, rowKey: 'case', revision } },
      { kind: 'insert', row: toEventRow(SIGNER, caseId, event) },
    ];
    await tables.commit('Cases', operations);
  };
  for (let from = 0; from < count; from += 20)
    await Promise.all(Array.from({ length: Math.min(20, count - from) }, put));
}
