import assert from 'node:assert/strict';
import { TableDirectory } from '../../../../src/platform/people/table-directory.js';
import { aPerson } from '../../../support/fixtures.js';
import { MemoryTables } from '../../../support/memory-tables.js';

describe('the directory in the table', () => {
  it('gives no right for a role of a later version, and still knows the person', async () => {
    const tables = new MemoryTables();
    const directory = new TableDirectory(tables);
    await directory.save([aPerson('ana', { roles: ['leader'] })]);
    const stored = await tables.get('People', 'person', 'ana');
    const row = { ...stored?.row, partitionKey: 'person', rowKey: 'ana', roles: '["captain","leader"]' };
    await tables.write('People', { kind: 'upsert', row });
    assert.deepEqual((await directory.find('ana'))?.roles, ['leader']);
  });
});
