import assert from 'node:assert/strict';
import { CommandLine } from '../support/cli.js';
import { freshAccount } from '../support/emulator.js';

describe('npm run drill', function () {
  this.timeout(120_000);
  let commands: CommandLine;
  before(async () => {
    commands = new CommandLine(await freshAccount());
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

  it('audit: «estado» shows that it does not run, and that it found what was lost, until a round finds nothing', async () => {
    const { code, stdout, stderr } = await commands.run('drill', ['audit']);
    assert.equal(code, 0, stderr);
    const [before = '', late = '', again = '', found = '', over = ''] = states(stdout);
    assert.match(before, /No hay nada por mirar/);
    assert.match(late, /Por mirar: Auditoría de entregas \| nada perdido/);
    assert.match(again, /No hay nada por mirar/);
    assert.match(stderr, /the audit found what was lost/);
    assert.match(found, /Por mirar: Auditoría de entregas \| \d+ cosas? perdidas?/);
    assert.match(over, /No hay nada por mirar/);
  });

  it('deadlines: what the queue lost is made up for, and who is one step up is told', async () => {
    const { code, stdout, stderr } = await commands.run('drill', ['deadlines']);
    assert.equal(code, 0, stderr);
    assert.match(stderr, /"phase":"due","msg":"a deadline was lost; it is made up for"/);
    assert.match(
      stdout,
      /Luis is told:\s+Ayer en la ventanilla[\s\S]+Marta, one step up, reads:\s+Ayer en la ventanilla/,
    );
    assert.match(states(stdout).at(-1) ?? '', /No hay nada por mirar/);
  });

  it('copy: a night without a copy is noticed at six, and the copy is made anew', async () => {
    const { code, stdout, stderr } = await commands.run('drill', ['copy']);
    assert.equal(code, 0, stderr);
    assert.match(stderr, /a copy of the tables was lost; it is made anew/);
    assert.match(states(stdout).at(-1) ?? '', /Última copia de las tablas \| \d+ filas · .*, 6:00/);
  });

  it('names the drills that there are', async () => {
    const { code, stderr } = await commands.run('drill', ['earthquake']);
    const usage = 'Usage: npm run drill -- storage|identity|poison|audit|deadlines|copy\n';
    assert.deepEqual([code, stderr], [2, usage]);
  });
});

/** What «estado» says, each time that it is asked. */
const states = (stdout: string) => stdout.split('\n').filter((line) => line.includes('Cómo está el bot'));
