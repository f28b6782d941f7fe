import assert from 'node:assert/strict';
import { CommandLine } from '../support/cli.js';
import { freshAccount } from '../support/storage.js';

describe('npm run drill', function () {
  this.timeout(120_000);
  let commands: CommandLine;
  before(() => {
    commands = new CommandLine(freshAccount());
  });
  after(() => commands.close());

  for (const [name, told] of [
    ['storage', 'no puedo guardar ni consultar'],
    ['identity', 'Algo falló de nuestro lado'],
  ] as const) {
    it(`${name}: the bot is not ready, tells people what to do, and recovers by itself`, async () => {
      const { code, stdout, stderr } = await commands.run('drill', [name]);
      assert.equal(code, 0, stderr);
      assert.match(
        stdout,
        /readyz: 200[\s\S]+readyz: 503 .*"storage"[\s\S]+mended[\s\S]+readyz: 200[\s\S]+Mis casos/,
      );
      assert.match(stdout, new RegExp(`Ana writes «mis casos» and reads: «.*${told}`));
    });
  }

  it('poison: work is set aside, and «estado» shows it until it is deleted', async () => {
    const { code, stdout, stderr } = await commands.run('drill', ['poison']);
    assert.equal(code, 0, stderr);
    assert.match(stderr, /work set aside/);
    assert.match(stdout, /Por mirar: Trabajo apartado[\s\S]+No hay nada por mirar/);
  });

  it('names the drills that there are', async () => {
    const { code, stderr } = await commands.run('drill', ['earthquake']);
    assert.deepEqual([code, stderr], [2, 'Usage: npm run drill -- storage|identity|poison\n']);
  });
});
