import assert from 'node:assert/strict';
import { CommandLine } from '../support/cli.js';
import { freshAccount } from '../support/emulator.js';
import { fileLinks, sendsFile } from '../support/evidence.js';
import { aFieldKey } from '../support/field-keys.js';
import { mp3 } from '../support/files/recordings.js';
import { azuriteStores, rawBlobs, rawRows } from '../support/storage.js';
import { World } from '../support/world.js';

const [OLD, NEW] = [aFieldKey('old'), aFieldKey('new')];
const ring = (...keys: (typeof OLD)[]) =>
  keys.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(',');

describe('npm run rotate-keys, beside a running bot', function () {
  this.timeout(60_000);
  const rotate = (commands: CommandLine, fieldKeys: string) =>
    commands.run('rotate-keys', [], { FIELD_KEYS: fieldKeys });

  it('rewrites every case with the new key while people keep working on it', async () => {
    const connectionString = await freshAccount();
    const world = await World.open({ fieldKeys: [NEW, OLD], stores: await azuriteStores(connectionString) });
    const luis = world.person('Luis');
    const commands = new CommandLine(connectionString);
    try {
      const first = await World.open({ fieldKeys: [OLD], stores: world.stores });
      const ana = first.person('Ana');
      await ana.writes('reportar');
      await ana.taps('report.assess', { narrative: 'Le gritaron a una usuaria en la fila de la caja.' });
      await ana.taps('report.submit');
      await sendsFile(first, ana, 'nota.mp3', mp3());
      const card = await luis.sees('HUM-', 'fila de la caja', 'Ver archivos (1)');
      await first.close();

      const { code, stdout } = await rotate(commands, ring(NEW, OLD));
      assert.deepEqual(
        [code, /^\d+ rows rewritten with the key "new", 0 had it already/.test(stdout)],
        [0, true],
        stdout,
      );
      for (const { body } of await rawRows(world.stores.tables, 'Cases')) {
        if (body) assert.match(String(body), /^enc1:new:/);
      }
      assert.match(stdout, /^1 files rewritten with the key "new", 0 had it already/m);
      const [file] = await rawBlobs(world.stores.blobs);
      assert.ok(file?.content.includes('enc1:new:'));

      const id = /"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(card.card))?.[1] ?? '';
      await luis.sends(luis.last, 'case.view', { verb: 'case.view', id });
      assert.match(JSON.stringify(luis.cardOf(luis.last)), /fila de la caja/);
      const [link = ''] = await fileLinks(luis, luis.last);
      assert.deepEqual(Buffer.from(await (await fetch(link)).arrayBuffer()), mp3());
    } finally {
      commands.close();
      await world.close();
    }
  });

  it('fails when FIELD_KEYS is not set', async () => {
    const commands = new CommandLine(await freshAccount());
    const { code, stderr } = await rotate(commands, '');
    commands.close();
    assert.equal(code, 2);
    assert.match(stderr, /FIELD_KEYS is not set/);
  });
});
