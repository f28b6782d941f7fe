import assert from 'node:assert/strict';
import type { Case } from '../../../../../src/features/cases/domain/case.js';
import { CaseIndex, type CasePage } from '../../../../../src/features/cases/store/case-index.js';
import { type Operation, type Row, rowsOf, type Tables } from '../../../../../src/platform/storage/tables.js';
import { aCase, aReport, bogota, LEADER, REPORTER } from '../../../../support/fixtures.js';
import { interrupted } from '../../../../support/interrupted.js';
import { freshStores } from '../../../../support/storage.js';

const person = (id: string) => ({ kind: 'person', id }) as const;
const TEAM = { kind: 'humanization' } as const;
const MONTH = '2026-11';
const ids = ({ cases }: CasePage) => cases.map(({ id }) => id);

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** All rows of the index except the lists of keys, in order. */
async function rowsIn(tables: Tables): Promise<Row[]> {
  const rows: Row[] = [];
  for (const key of await all(tables.partitions('CaseIndex'))) {
    if (!key.startsWith('keys:'))
      for await (const { row } of rowsOf(tables, 'CaseIndex', key)) rows.push(row);
  }
  return rows;
}

const TOLD = aReport().narrative;

describe('the lists of cases', () => {
  let tables: Tables;
  let index: CaseIndex;
  beforeEach(async () => {
    tables = (await freshStores()).tables;
    index = new CaseIndex(tables);
  });

  const project = (more: Partial<Case>, line: string[] = []) => index.project(aCase(more), line);

  it('find a case by number for its reporter, its assignees past and present, and its year', async () => {
    await project({ id: 'a', number: 'HUM-2026-000007', formerIds: ['former'] });
    await project({ id: 'b', number: 'HUM-2026-000008', reportedAt: '2027-01-01T13:00:00.000Z' });
    const idOf = async (number: string, personId: string, ofYear: ('months' | 'protected')[] = []) =>
      (await index.numbered(number, personId, ofYear))?.id;
    for (const personId of [REPORTER, LEADER, 'former']) {
      assert.equal(await idOf('HUM-2026-000007', personId), 'a', personId);
    }
    assert.equal(await idOf('HUM-2026-000007', 'other'), undefined);
    assert.equal(await idOf('HUM-2026-000009', REPORTER, ['months']), undefined);
    assert.equal(await idOf('HUM-2026-000007', 'other', ['months']), 'a');
    assert.equal(await idOf('HUM-2026-000008', 'other', ['months']), 'b');
  });

  it('have a protected case for its reporter and for those who receive it, in no month and in no line', async () => {
    const guarded = { assignee: { kind: 'protected' }, protectedBy: 'protected' } as const;
    await project({ id: 'a', number: 'HUM-2026-000007', ...guarded });
    await project({ id: 'b', number: 'HUM-2026-000008', ...guarded, protectedBy: 'humanization' });
    await project({ id: 'c', number: 'HUM-2026-000009', protectedBy: 'protected', formerIds: ['former'] });
    const cases: unknown[] = [];
    for await (const { id } of index.allOf('2026-11')) cases.push(id);
    for await (const { id } of index.protectedOf(2026)) cases.push(id);
    assert.deepEqual(cases, ['a', 'b', 'c'], 'in the list of the year alone');
    assert.deepEqual(ids(await index.mine(REPORTER, {})), ['a', 'b', 'c']);
    assert.deepEqual(ids(await index.inbox({ kind: 'protected' }, {})), ['a']);
    assert.deepEqual(ids(await index.inbox({ kind: 'humanization' }, {})), ['b']);
    assert.deepEqual(ids(await index.inbox(person(LEADER), {})), ['c']);
    assert.equal((await index.numbered('HUM-2026-000007', 'other', ['months']))?.id, undefined);
    assert.equal((await index.numbered('HUM-2026-000007', 'other', ['months', 'protected']))?.id, 'a');
    await index.forget({ id: 'a', reportedAt: '2026-11-24T14:00:00.000Z' });
    assert.equal((await index.numbered('HUM-2026-000007', REPORTER, ['protected']))?.id, undefined);
  });

  it('have an open case for the reporter, the assignee, the line above and the month', async () => {
    await project({ id: 'a' }, ['marta', 'boss']);
    assert.deepEqual(ids(await index.mine(REPORTER, {})), ['a']);
    assert.deepEqual(ids(await index.inbox(person(LEADER), {})), ['a']);
    assert.deepEqual(ids(await index.line('marta', {})), ['a']);
    assert.deepEqual(ids(await index.line('boss', {})), ['a']);
    assert.deepEqual(ids(await index.month(MONTH, {})), ['a']);
    const { id, number, level, state, reportedAt, dueAt, area, step, unconfirmed } = aCase({ id: 'a' });
    assert.deepEqual((await index.mine(REPORTER, {})).cases, [
      {
        id,
        number,
        level,
        state,
        reportedAt,
        dueAt,
        area,
        step,
        unconfirmed,
        assigneeId: LEADER,
        words: TOLD,
      },
    ]);
    for (const empty of [
      await index.mine(LEADER, {}),
      await index.inbox(person(REPORTER), {}),
      await index.inbox(TEAM, {}),
      await index.line(LEADER, {}),
      await index.month('2026-10', {}),
    ]) {
      assert.deepEqual(empty, { cases: [], next: undefined });
    }
  });

  it('have the first words of the story for people who may read it, and for nobody else', async () => {
    await project({ id: 'a', report: aReport({ narrative: `${'Esperó mucho. '.repeat(20)}` }) }, ['marta']);
    const [own] = (await index.mine(REPORTER, {})).cases;
    assert.match(own?.words ?? '', /^(Esperó mucho\. )+Esperó…$|^(Esperó mucho\. ?)+…$/);
    assert.ok((own?.words.length ?? 0) <= 81);
    assert.deepEqual(
      (await index.line('marta', {})).cases.map(({ words }) => words),
      [''],
    );
  });

  it('have a grave case of somebody else in the inbox of the team that accompanies it', async () => {
    await project({ id: 'a', level: 'high' }, []);
    await project({ id: 'b', level: 'low' }, []);
    await project({ id: 'c', level: 'high', protectedBy: 'protected' }, []);
    assert.deepEqual(ids(await index.inbox(TEAM, {})), ['a']);
  });

  it('keep the same rows when a case is projected twice or concurrently', async () => {
    await project({ id: 'a' }, ['marta']);
    const once = await rowsIn(tables);
    await project({ id: 'a' }, ['marta']);
    assert.deepEqual(await rowsIn(tables), once);
    await Promise.all([1, 2, 3].map(() => project({ id: 'a' }, ['marta'])));
    assert.deepEqual(await rowsIn(tables), once);
  });

  it('move a case between lists and leave nothing behind', async () => {
    await project({ id: 'a' }, ['marta']);
    await project({ id: 'a', revision: 2, assignee: person('marta'), dueAt: '2026-11-26T14:00:00.000Z' });
    assert.deepEqual(ids(await index.inbox(person(LEADER), {})), []);
    assert.deepEqual(ids(await index.line('marta', {})), []);
    assert.deepEqual(ids(await index.inbox(person('marta'), {})), ['a']);
    await project({ id: 'a', revision: 3, assignee: TEAM, dueAt: '2026-11-27T14:00:00.000Z' });
    assert.deepEqual(ids(await index.inbox(person('marta'), {})), []);
    assert.deepEqual(ids(await index.inbox(TEAM, {})), ['a']);
    await project({ id: 'a', revision: 4, assignee: TEAM, state: 'closed', dueAt: undefined });
    assert.deepEqual(ids(await index.inbox(TEAM, {})), []);
    assert.deepEqual(await all(index.overdue(bogota('2030-01-01 00:00'))), []);
    assert.deepEqual(
      (await rowsIn(tables)).map(({ partitionKey, state }) => [partitionKey, state]),
      [
        [`mine:${REPORTER}`, 'closed'],
        ['month:2026-11', 'closed'],
      ],
    );
  });

  it('are corrected by a later projection when an old one came late', async () => {
    const later = { id: 'a', revision: 2, assignee: person('marta'), dueAt: '2026-11-26T14:00:00.000Z' };
    await project(later);
    const right = await rowsIn(tables);
    await project({ id: 'a' }, ['marta']);
    await project(later);
    assert.deepEqual(await rowsIn(tables), right);
  });

  it('keep nothing of an old projection that was delayed while a new one ran', async () => {
    const later = { id: 'a', revision: 2, assignee: person('marta'), dueAt: '2026-11-26T14:00:00.000Z' };
    await project(later);
    const right = await rowsIn(tables);
    // Another instance runs the later projection after this one records its keys and before it writes rows.
    const isRow = (method: string, _table: unknown, operation: unknown) =>
      method === 'write' && (operation as Operation).kind === 'upsert';
    const slow = new CaseIndex(interrupted(tables, isRow, () => project(later)));
    await slow.project(aCase({ id: 'a' }), ['marta']);
    // The late instance sees that the case has changed, and projects again.
    await slow.project(aCase(later), []);
    assert.deepEqual(await rowsIn(tables), right);
  });

  it('sort inboxes by earliest deadline and other lists by latest report', async () => {
    await project({ id: 'b', dueAt: '2026-11-26T14:00:00.000Z', reportedAt: '2026-11-24T10:00:00.000Z' });
    await project({ id: 'c', dueAt: '2026-11-27T14:00:00.000Z', reportedAt: '2026-11-24T11:00:00.000Z' });
    await project({ id: 'a', dueAt: '2026-11-25T14:00:00.000Z', reportedAt: '2026-11-24T12:00:00.000Z' });
    assert.deepEqual(ids(await index.inbox(person(LEADER), {})), ['a', 'b', 'c']);
    assert.deepEqual(ids(await index.mine(REPORTER, {})), ['a', 'c', 'b']);
    assert.deepEqual(ids(await index.month(MONTH, {})), ['a', 'c', 'b']);
  });

  it('put a case into its month in Bogotá', async () => {
    await project({ id: 'a', reportedAt: '2026-12-01T04:59:59.000Z' });
    await project({ id: 'b', reportedAt: '2026-12-01T05:00:00.000Z' });
    assert.deepEqual(ids(await index.month('2026-11', {})), ['a']);
    assert.deepEqual(ids(await index.month('2026-12', {})), ['b']);
    assert.deepEqual(
      (await all(index.allOf('2026-12'))).map(({ id }) => id),
      ['b'],
    );
  });

  it('come in pages without duplicates or gaps', async () => {
    const expected: string[] = [];
    for (let at = 0; at < 12; at++) {
      const id = `case-${String(at).padStart(2, '0')}`;
      expected.push(id);
      await project({ id, dueAt: new Date(Date.UTC(2026, 10, 25, at)).toISOString() });
    }
    const sizes: number[] = [];
    const found: string[] = [];
    let token: string | undefined;
    do {
      const page = await index.inbox(person(LEADER), {}, token);
      sizes.push(page.cases.length);
      found.push(...ids(page));
      token = page.next;
    } while (token !== undefined);
    assert.deepEqual(sizes, [5, 5, 2]);
    assert.deepEqual(found, expected);
    assert.equal((await all(index.allOf(MONTH))).length, 12);
  });

  it('filter by level and state across storage pages', async () => {
    for (let at = 0; at < 14; at++) {
      await project({
        id: `case-${String(at).padStart(2, '0')}`,
        level: at === 1 || at === 12 ? 'high' : 'low',
        state: at % 2 === 0 ? 'accepted' : 'reported',
        dueAt: new Date(Date.UTC(2026, 10, 25, at)).toISOString(),
      });
    }
    const page = await index.inbox(person(LEADER), { level: 'high' });
    assert.deepEqual(ids(page), ['case-01', 'case-12']);
    assert.deepEqual(ids(await index.inbox(person(LEADER), { level: 'high', state: 'accepted' })), [
      'case-12',
    ]);
    assert.deepEqual(ids(await index.inbox(person(LEADER), { level: 'medium' })), []);
    assert.equal(
      (await index.inbox(person(LEADER), { level: undefined, state: 'reported' })).cases.length,
      5,
    );
  });

  it('hide cases from involved viewers and still fill the pages', async () => {
    const involving = (at: number) => (at % 3 === 0 ? [] : at % 3 === 1 ? ['hernan'] : ['luis', 'hernan']);
    for (let at = 0; at < 24; at++) {
      await project({
        id: `case-${String(at).padStart(2, '0')}`,
        assignee: TEAM,
        excludedIds: involving(at),
        dueAt: new Date(Date.UTC(2026, 10, 25, at)).toISOString(),
        reportedAt: new Date(Date.UTC(2026, 10, 25, 23 - at)).toISOString(),
      });
    }
    const readBy = async (viewerId: string, list: (token?: string) => Promise<CasePage>) => {
      const found: string[] = [];
      let token: string | undefined;
      do {
        const page = await list(token);
        assert.ok(page.cases.length === 5 || page.next === undefined, viewerId);
        found.push(...ids(page));
        token = page.next;
      } while (token !== undefined);
      return found;
    };
    for (const [viewerId, count] of [
      ['hernan', 8],
      ['luis', 16],
      ['her', 24],
      ['olga', 24],
    ] as const) {
      const expected = Array.from({ length: 24 }, (_, at) => at)
        .filter((at) => !involving(at).includes(viewerId))
        .map((at) => `case-${String(at).padStart(2, '0')}`);
      assert.equal(expected.length, count);
      assert.deepEqual(await readBy(viewerId, (token) => index.inbox(TEAM, { viewerId }, token)), expected);
      assert.deepEqual(await readBy(viewerId, (token) => index.month(MONTH, { viewerId }, token)), expected);
    }
  });

  it('give the overdue cases, longest overdue first', async () => {
    await project({ id: 'b', dueAt: '2026-11-25T15:00:00.000Z' });
    await project({ id: 'a', dueAt: '2026-11-25T14:00:00.000Z', assignee: TEAM });
    await project({ id: 'c', dueAt: '2026-11-25T16:00:00.000Z' });
    await project({ id: 'd', dueAt: undefined, state: 'rejected' });
    const overdue = await all(index.overdue(new Date('2026-11-25T16:00:00.000Z')));
    assert.deepEqual(
      overdue.map(({ id }) => id),
      ['a', 'b'],
    );
  });
});
