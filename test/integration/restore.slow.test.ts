import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandLine } from '../support/cli.js';
import { downloaded, reportedWorld } from '../support/copies.js';
import { freshAccount } from '../support/emulator.js';
import { aFieldKey } from '../support/field-keys.js';
import { azuriteStores, rawRows } from '../support/storage.js';
import { World } from '../support/world.js';

const KEY = aFieldKey('k1');
const ENVIRONMENT = { FIELD_KEYS: `${KEY.id}:${KEY.key.toString('base64')}` };

describe('npm run backup and npm run restore', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'copies-'));
  after(() => rmSync(folder, { recursive: true }));

  it('bring back every row as it was, still encrypted, and verify every case', async () => {
    const [account, newAccount] = [await freshAccount(), await freshAccount()];
    const [commands, others] = [new CommandLine(account), new CommandLine(newAccount)];
    const stores = await azuriteStores(account);
    try {
      await reportedWorld({ fieldKeys: [KEY], stores });
      const made = await commands.run('backup', [], ENVIRONMENT);
      assert.match(made.stdout, /^\d+ rows are copied into backups\//, made.stderr);
      const from = await downloaded(stores.backups, folder, new Date().toISOString().slice(0, 10));
      const { code, stdout, stderr } = await others.run('restore', ['--from', from], ENVIRONMENT);
      assert.equal(code, 0, stdout + stderr);
      assert.match(stdout, /2 cases verified as whole in [\d.]+ s, 0 not\./);
      const restored = await azuriteStores(newAccount);
      for (const table of ['Cases', 'People', 'Conversations', 'Drafts', 'Accesses'] as const) {
        const [now, before] = [await rawRows(restored.tables, table), await rawRows(stores.tables, table)];
        assert.deepEqual(now, before, table);
      }
      assert.ok(!JSON.stringify(await rawRows(restored.tables, 'Cases')).includes('fila de la caja'));

      const again = await others.run('restore', ['--from', from], ENVIRONMENT);
      assert.deepEqual([again.code, again.stderr], [2, 'A copy has been restored here already.\n']);

      const after = await World.open({ stores: restored, fieldKeys: [KEY] });
      try {
        const luis = after.person('Luis');
        await luis.writes('bandeja');
        assert.match(JSON.stringify(luis.card), /fila de la caja.*qué papeles|qué papeles.*fila de la caja/s);
      } finally {
        await after.close();
      }
    } finally {
      commands.close();
      others.close();
    }
  });
});
