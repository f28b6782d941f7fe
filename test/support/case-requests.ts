/** The storage requests of each step of a case, among many other cases. */
import { randomUUID } from 'node:crypto';
import { evolve } from '../../src/features/cases/domain/case.js';
import { UNDO_MS } from '../../src/features/cases/domain/undo.js';
import { toEventRow } from '../../src/features/cases/store/events.js';
import { addMilliseconds } from '../../src/platform/clock.js';
import { OUTBOX_PREFIX } from '../../src/platform/delivery/outbox.js';
import type { Queue } from '../../src/platform/storage/queue.js';
import { type Operation, rowsOf, type Tables } from '../../src/platform/storage/tables.js';
import { Cases } from './cases.js';
import { counting, tally } from './counted-bot.js';
import { aPerson, aReport, bogota, reportedBody } from './fixtures.js';
import { SIGNER } from './host.js';

const PEOPLE = [
  aPerson('ana', { superiorId: 'luis' }),
  aPerson('luis', { superiorId: 'marta' }),
  aPerson('marta'),
  aPerson('hernan', { roles: ['humanization'] }),
];

/** The steps that are measured, in the order of a case. */
export const STEPS = ['submit', 'accept', 'reject', 'ask', 'close'] as const;
export type Step = (typeof STEPS)[number];

export interface Asked {
  /** The requests before the answer, by table and kind. */
  answer: Record<string, number>;
  /** All requests, with the dispatches after the answer, at once and when what waits is due. */
  total: number;
  /** Rows that these requests returned. */
  rowsRead: number;
}

export async function measureCases(tables: Tables, queue: Queue): Promise<Record<Step, Asked>> {
  const noted: string[] = [];
  const read = { rows: 0 };
  let now = bogota('2026-11-24 09:00');
  const cases = await Cases.open({
    clock: () => now,
    people: PEOPLE,
    tables: counting(countingRows(tables, read), noted),
    queue: counting(queue, noted),
  });
  const number = await cases.service.nextNumber();
  const count = async (caseId: string, run: () => Promise<unknown>) => {
    noted.splice(0);
    read.rows = 0;
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
    return { answer, total: noted.length, rowsRead: read.rows };
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

/** Counts the rows that are returned. */
function countingRows<T extends Tables>(tables: T, read: { rows: number }): T {
  return new Proxy(tables, {
    get(target, method: string & keyof T) {
      const call = (target[method] as (...args: unknown[]) => unknown).bind(target);
      if (method === 'page') {
        return async (...args: Parameters<Tables['page']>) => {
          const page = await tables.page(...args);
          read.rows += page.rows.length;
          return page;
        };
      }
      if (method === 'get') {
        return async (...args: Parameters<Tables['get']>) => {
          const stored = await tables.get(...args);
          if (stored) read.rows += 1;
          return stored;
        };
      }
      return call;
    },
  });
}

/** Inserts other cases into the same table. */
export async function fillCases(tables: Tables, count: number): Promise<void> {
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
