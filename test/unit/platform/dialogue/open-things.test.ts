import assert from 'node:assert/strict';
import { Background } from '../../../../src/platform/background.js';
import { OpenThings } from '../../../../src/platform/dialogue/open-things.js';
import { memoryLog } from '../../../support/log.js';
import { MemoryTables } from '../../../support/memory-tables.js';

const AT = new Date('2026-11-24T15:00:00.000Z');

describe('what is open with a person', () => {
  let tables: MemoryTables;
  let background: Background;
  let things: OpenThings;
  beforeEach(() => {
    tables = new MemoryTables();
    const { log } = memoryLog();
    background = new Background(log);
    things = new OpenThings({ tables, background, log });
  });

  const kindsOf = async (from: OpenThings) => (await from.of('ana', AT)).map(({ kind }) => kind);

  it('is known at once, and to another instance once it is stored', async () => {
    things.note('ana', [{ kind: 'answer', of: 'answers' }], AT);
    things.note('ana', [{ kind: 'draft', of: 'reports', data: { id: 'a' } }], AT);
    assert.deepEqual(await kindsOf(things), ['draft', 'answer']);
    await background.drain();
    const another = new OpenThings({ tables, background, log: memoryLog().log });
    assert.deepEqual(await kindsOf(another), ['draft', 'answer']);
    assert.deepEqual(await another.of('luis', AT), []);
  });

  it('is known while it is being stored', async () => {
    // The row is read before the write, and the answer to the read comes after it.
    const get = tables.get.bind(tables);
    things.note('ana', [{ kind: 'draft', of: 'reports' }], AT);
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const before = await get('Conversations', 'ana', 'last-answer');
    tables.get = async () => {
      await held;
      return before;
    };
    const read = kindsOf(things);
    tables.get = get;
    await background.drain();
    goOn();
    assert.deepEqual(await read, ['draft']);
  });

  it('is added to what another instance has left', async () => {
    const another = new OpenThings({ tables, background, log: memoryLog().log });
    another.note('ana', [{ kind: 'answer', of: 'answers' }], AT);
    await background.drain();
    things.note('ana', [{ kind: 'draft', of: 'reports' }], AT);
    await background.drain();
    assert.deepEqual(await kindsOf(another), ['draft', 'answer']);
  });

  it('replaces the row of an earlier version', async () => {
    const row = { partitionKey: 'ana', rowKey: 'last-answer', kind: 'offer', at: AT.toISOString() };
    await tables.write('Conversations', { kind: 'upsert', row });
    assert.deepEqual(await things.of('ana', AT), []);
    things.note('ana', [{ kind: 'offer', of: 'reports' }], AT);
    await background.drain();
    assert.deepEqual(await kindsOf(things), ['offer']);
  });

  it('is shown whole to its person', async () => {
    things.note('ana', [{ kind: 'draft', of: 'reports', data: { id: 'a' } }], AT);
    await background.drain();
    assert.deepEqual(await things.dataOf('ana'), [
      { kind: 'draft', of: 'reports', at: AT.toISOString(), id: 'a' },
    ]);
  });
});
