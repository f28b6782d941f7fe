import assert from 'node:assert/strict';
import { openDirectory } from '../../../src/cli/storage.js';
import { TableDirectory } from '../../../src/platform/people/table-directory.js';
import { readSettings } from '../../../src/settings.js';
import { memoryStores } from '../../support/memory-stores.js';
import { PRODUCTION } from '../../support/production-settings.js';

describe('the directory of a command', () => {
  const { tables } = memoryStores();
  const isTable = (environment: Record<string, string>) =>
    openDirectory(tables, readSettings(environment)) instanceof TableDirectory;

  it('is the table, locally and where no other is set', () => {
    assert.ok(isTable({}));
    assert.ok(isTable(PRODUCTION));
  });

  it('is that of Microsoft Graph where it is set', () => {
    assert.ok(!isTable({ ...PRODUCTION, GRAPH_DIRECTORY: 'on' }));
  });
});
