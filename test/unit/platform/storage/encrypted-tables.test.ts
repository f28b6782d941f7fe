import assert from 'node:assert/strict';
import { evolve } from '../../../../src/features/cases/domain/case.js';
import type { CaseEvent } from '../../../../src/features/cases/domain/event.js';
import { CaseStore } from '../../../../src/features/cases/store/case-store.js';
import { checkChain, EVENT_PREFIX } from '../../../../src/features/cases/store/chain.js';
import { AppError } from '../../../../src/platform/errors.js';
import type { Assess } from '../../../../src/platform/impact/assess.js';
import { loadAssess } from '../../../../src/platform/impact/load.js';
import { readRules } from '../../../../src/platform/impact/rules.js';
import { EncryptedTables } from '../../../../src/platform/storage/encrypted-tables.js';
import type { KeyRing } from '../../../../src/platform/storage/key-ring.js';
import { rotateKeys } from '../../../../src/platform/storage/key-rotation.js';
import { type Row, rowsOf } from '../../../../src/platform/storage/tables.js';
import { ENCRYPTED } from '../../../../src/tables.js';
import { aFieldKey } from '../../../support/field-keys.js';
import { aReport, reportedBody } from '../../../support/fixtures.js';
import { SIGNER } from '../../../support/host.js';
import { interrupted } from '../../../support/interrupted.js';
import { MemoryTables } from '../../../support/memory-tables.js';
import { seeded } from '../../../support/random.js';

const [OLD, NEW] = [aFieldKey('k1'), aFieldKey('k2')];
const WORDS = 'Le gritaron a una usuaria en la ventanilla.';
const ROW: Row = { partitionKey: 'p', rowKey: 'r', narrative: WORDS, number: 'HUM-1' };
const refused = (code: string) => (error: unknown) => error instanceof AppError && error.code === code;

describe('encrypted tables', () => {
  let raw: MemoryTables;
  const under = (...keys: KeyRing) => new EncryptedTables(raw, keys, ENCRYPTED);
  const insert = (row: Row = ROW, keys: KeyRing = [OLD]) =>
    under(...keys).write('Cases', { kind: 'insert', row });
  const stored = async (rowKey = 'r') => (await raw.get('Cases', 'p', rowKey))?.row;
  const narrativeUnder = async (...keys: KeyRing) =>
    (await under(...keys).get('Cases', 'p', 'r'))?.row.narrative;
  beforeEach(() => {
    raw = new MemoryTables();
  });

  it('store none of people’s words in plain text, and name the key', async () => {
    await insert();
    const row = await stored();
    assert.match(String(row?.narrative), /^enc1:k1:[\w-]+$/);
    assert.doesNotMatch(JSON.stringify(row), /gritaron|usuaria/);
    assert.equal(row?.number, 'HUM-1');
    assert.equal(await narrativeUnder(OLD), WORDS);
  });

  it('use a new initialisation vector each time', async () => {
    await insert();
    const first = (await stored())?.narrative;
    await under(OLD).write('Cases', { kind: 'upsert', row: ROW });
    assert.notEqual((await stored())?.narrative, first);
  });

  it('encrypt in transactions and decrypt in pages, also text without UTF-8', async () => {
    const narrative = `sola \ud800 y completa 👩‍👩‍👧\u0000`;
    await under(OLD).commit('Cases', [{ kind: 'insert', row: { ...ROW, narrative } }]);
    assert.match(String((await stored())?.narrative), /^enc1:/);
    const rows: Row[] = [];
    for await (const { row } of rowsOf(under(OLD), 'Cases', 'p')) rows.push(row);
    assert.deepEqual(rows, [{ ...ROW, narrative }]);
  });

  it('read values from before there was a key', async () => {
    await raw.write('Cases', { kind: 'insert', row: ROW });
    assert.equal(await narrativeUnder(OLD), WORDS);
  });

  it('leave tables and columns without people’s words alone', async () => {
    await under(OLD).write('CaseIndex', { kind: 'insert', row: ROW });
    assert.deepEqual((await raw.get('CaseIndex', 'p', 'r'))?.row, ROW);
  });

  it('refuse a value that was changed at any place', async () => {
    await insert();
    const value = String((await stored())?.narrative);
    const start = 'enc1:k1:'.length;
    for (const at of [start, start + 20, Math.floor(value.length * 0.7), value.length - 2]) {
      const other = value[at] === 'A' ? 'B' : 'A';
      const narrative = `${value.slice(0, at)}${other}${value.slice(at + 1)}`;
      await raw.write('Cases', { kind: 'upsert', row: { ...ROW, narrative } });
      await assert.rejects(narrativeUnder(OLD), refused('unexpected'), `at ${at}`);
    }
    await raw.write('Cases', { kind: 'upsert', row: { ...ROW, narrative: value.slice(0, -4) } });
    await assert.rejects(narrativeUnder(OLD), refused('unexpected'), 'cut short');
  });

  it('refuse a value that was moved to another row, partition, column or table', async () => {
    await insert();
    const value = String((await stored())?.narrative);
    const elsewhere = [
      ['Cases', { ...ROW, rowKey: 's', narrative: value }],
      ['Cases', { ...ROW, partitionKey: 'q', narrative: value }],
      ['Cases', { ...ROW, rowKey: 't', narrative: '', body: value }],
      ['Drafts', { ...ROW, narrative: value }],
    ] as const;
    for (const [table, row] of elsewhere) {
      await raw.write(table, { kind: 'upsert', row });
      await assert.rejects(under(OLD).get(table, row.partitionKey, row.rowKey), refused('unexpected'));
    }
  });

  it('refuse values of another key with the same id, or of a missing key', async () => {
    await insert();
    await assert.rejects(narrativeUnder({ ...NEW, id: 'k1' }), refused('unexpected'));
    await assert.rejects(narrativeUnder(NEW), refused('unexpected'));
  });

  it('refuse a filter on an encrypted column', async () => {
    const page = under(OLD).page('Cases', { partitionKey: 'p', where: { narrative: WORDS }, size: 5 });
    await assert.rejects(page, refused('invalid-input'));
  });

  it('stay readable at every step of a key change', async () => {
    await insert();
    await raw.write('Cases', { kind: 'insert', row: { ...ROW, rowKey: 'plain' } });
    // All instances learn the new key first, then write with it, then the old rows are rewritten, then the
    // old key is removed.
    assert.equal(await narrativeUnder(OLD, NEW), WORDS);
    await insert({ ...ROW, rowKey: 'new' }, [NEW, OLD]);
    assert.equal((await under(OLD, NEW).get('Cases', 'p', 'new'))?.row.narrative, WORDS);
    assert.deepEqual(await rotateKeys(raw, [NEW, OLD], ENCRYPTED), { rewritten: 2, fresh: 1, missed: 0 });
    assert.deepEqual(await rotateKeys(raw, [NEW, OLD], ENCRYPTED), { rewritten: 0, fresh: 3, missed: 0 });
    for (const rowKey of ['r', 'plain', 'new']) {
      assert.equal((await under(NEW).get('Cases', 'p', rowKey))?.row.narrative, WORDS);
      assert.match(String((await stored(rowKey))?.narrative), /^enc1:k2:/);
    }
  });

  for (const [table, columns] of [
    ['Drafts', ['narrative', 'place', 'evidence', 'chosen']],
    ['Feedback', ['text', 'comment']],
    ['Trainings', ['secret', 'trainerName', 'name', 'contact', 'byName', 'reason']],
  ] as const) {
    it(`read rows of ${table} from before, and encrypt them on a key change`, async () => {
      const plain: Row = { partitionKey: 'p', rowKey: 'r', at: '2026-11-24' };
      for (const column of columns) plain[column] = `${column}: ${WORDS}`;
      await raw.write(table, { kind: 'insert', row: plain });
      assert.deepEqual((await under(OLD).get(table, 'p', 'r'))?.row, plain);
      assert.deepEqual(await rotateKeys(raw, [NEW, OLD], ENCRYPTED), { rewritten: 1, fresh: 0, missed: 0 });
      const row = (await raw.get(table, 'p', 'r'))?.row;
      for (const column of columns) assert.match(String(row?.[column]), /^enc1:k2:/, column);
      assert.equal(row?.at, '2026-11-24');
      assert.deepEqual((await under(NEW).get(table, 'p', 'r'))?.row, plain);
    });
  }

  it('do not undo concurrent writes during a key change', async () => {
    await insert();
    const narrative = 'Lo que se escribió mientras tanto.';
    const write = () => under(OLD).write('Cases', { kind: 'upsert', row: { ...ROW, narrative } });
    const busy = interrupted(raw, (method) => method === 'write', write);
    assert.deepEqual(await rotateKeys(busy, [NEW, OLD], ENCRYPTED), { rewritten: 0, fresh: 0, missed: 1 });
    assert.equal(await narrativeUnder(OLD), narrative);
  });

  it('keep the signatures of a case valid', async () => {
    const store = new CaseStore(under(OLD), SIGNER);
    const [event] = await report(store, WORDS);
    assert.doesNotMatch(JSON.stringify(await rowsIn(raw, event?.id ?? '')), /gritaron/);
    assert.equal((await store.load(event?.id ?? ''))?.subject.report.narrative, WORDS);
    const events = (await rowsIn(under(OLD), event?.id ?? '')).filter(({ rowKey }) =>
      rowKey.startsWith(EVENT_PREFIX),
    );
    assert.deepEqual(checkChain(events, SIGNER).faults, []);
  });

  describe('the longest report', () => {
    let assess: Assess;
    before(() => {
      assess = loadAssess(readRules());
    });
    const random = seeded(7);
    const letters = (from: number, count: number) =>
      Array.from({ length: 4_000 }, () => String.fromCharCode(from + Math.floor(random() * count))).join('');
    for (const [name, narrative] of [
      ['letters of three bytes', letters(0x4e00, 20_000)],
      ['endless grave words', 'lo mató a golpes con cuchillo '.repeat(134).slice(0, 4_000)],
      ['endless denied words', 'no lo golpeó, no lo amenazó; '.repeat(138).slice(0, 4_000)],
      ['letters that JSON escapes', letters(0x00, 32)],
      ['lone surrogates', letters(0xd800, 1_024)],
    ] as const) {
      it(`fits into a row, encrypted or not: ${name}`, async () => {
        const { signals, discounted } = assess(narrative);
        assert.ok(signals.length <= 50 && discounted.length <= 20, `${signals.length}, ${discounted.length}`);
        for (const tables of [under(OLD), raw]) {
          const store = new CaseStore(tables, SIGNER);
          const [made] = await report(store, narrative, { signals, discounted });
          assert.equal((await store.load(made?.id ?? ''))?.subject.report.narrative, narrative);
        }
      });
    }
  });
});

let cases = 0;

async function report(
  store: CaseStore,
  narrative: string,
  more: Partial<ReturnType<typeof aReport>> = {},
): Promise<{ id: string }[]> {
  const id = `case-${++cases}`;
  const event: CaseEvent = {
    seq: 1,
    actorId: 'ana',
    at: '2026-11-24T14:00:00.000Z',
    commandId: id,
    body: reportedBody({ caseId: id, report: aReport({ narrative, ...more }) }),
  };
  await store.commit({ event, after: evolve(undefined, event) }, []);
  return [{ id }];
}

async function rowsIn(tables: MemoryTables | EncryptedTables, partitionKey: string): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const { row } of rowsOf(tables, 'Cases', partitionKey)) rows.push(row);
  return rows;
}
