import assert from 'node:assert/strict';
import { BlockCounter } from '../../../../src/platform/storage/counter.js';
import { StorageError } from '../../../../src/platform/storage/errors.js';
import { MemoryTables } from '../../../support/memory-tables.js';

const KEY = { partitionKey: 'counter', rowKey: '2026' };

describe('a counter that hands out blocks', () => {
  let tables: MemoryTables;
  let writes: number;
  beforeEach(() => {
    tables = new MemoryTables();
    writes = 0;
    const write = tables.write.bind(tables);
    tables.write = (table, operation) => {
      writes += 1;
      return write(table, operation);
    };
  });
  const instance = () => new BlockCounter(tables, 'CaseIndex', 20);

  it('gives sixty at once, from 1, each once, with one write a block', async () => {
    const counter = instance();
    const values = await Promise.all(Array.from({ length: 60 }, () => counter.next(KEY)));
    assert.deepEqual(
      values,
      Array.from({ length: 60 }, (_, at) => at + 1),
    );
    assert.equal(writes, 3);
  });

  it('gives several instances at once different values', async () => {
    const counters = [instance(), instance(), instance()];
    const values = await Promise.all(
      counters.flatMap((one) => Array.from({ length: 60 }, () => one.next(KEY))),
    );
    assert.equal(new Set(values).size, 180);
  });

  it('keeps the years apart', async () => {
    const counter = instance();
    await counter.next(KEY);
    assert.equal(await counter.next({ ...KEY, rowKey: '2027' }), 1);
    assert.equal(await counter.next(KEY), 2);
  });

  it('works again after an outage of storage', async () => {
    const counter = instance();
    const { write } = tables;
    tables.write = async () => {
      throw new StorageError('unavailable');
    };
    await assert.rejects(counter.next(KEY), { failure: 'unavailable' });
    tables.write = write;
    assert.equal(await counter.next(KEY), 1);
  });
});
