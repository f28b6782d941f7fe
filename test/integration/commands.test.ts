import assert from 'node:assert/strict';
import { type ExecFileException, execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs a command of the project as `npm run` would. */
function run(
  script: string,
  args: string[] = [],
  input = '',
  env: Record<string, string> = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const { PATH = '', HOME = '' } = process.env;
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', `src/cli/${script}.ts`, ...args],
      { cwd: ROOT, env: { PATH, HOME, ...env } },
      (error: ExecFileException | null, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
      },
    );
    child.stdin?.end(input);
  });
}

const lines = (...items: { id: string; text: string }[]) =>
  items.map((item) => JSON.stringify(item)).join('\n');

describe('commands', function () {
  this.timeout(60_000);

  it('should answer questions line by line, in the agreed form', async () => {
    const asked = lines({ id: 'a', text: 'que es el robotismo' }, { id: 'b', text: 'cuanto vale el dolar' });
    const { code, stdout } = await run('ask', [], `${asked}\n\n`);
    assert.equal(code, 0);
    const [first, second] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)) as Record<string, unknown>[];
    assert.deepEqual(Object.keys(first ?? {}), ['id', 'outcome', 'sections', 'score']);
    assert.equal(first?.id, 'a');
    assert.equal(first?.outcome, 'answer');
    const sections = (first?.sections ?? []) as string[];
    assert.equal(sections[0], 'robotismo');
    assert.ok(sections.length <= 5);
    assert.equal(second?.outcome, 'abstain');
  });

  it('should answer a question on the terminal in words', async () => {
    const { stdout } = await run('ask', ['¿qué', 'es', 'la', 'facilidad?']);
    assert.match(stdout, /Facilidad\n {2}«No demores la atención/);
    assert.match((await run('ask', ['cuánto vale el dólar'])).stdout, /no lo encontré/);
  });

  it('should answer the same to the same question', async () => {
    const asked = lines({ id: 'x', text: 'me mandaron de un lado a otro' });
    assert.equal((await run('ask', [], asked)).stdout, (await run('ask', [], asked)).stdout);
  });

  it('should name the line that it cannot read', async () => {
    const { code, stderr } = await run('ask', [], '{"id":"a","text":"hola"}\nnot JSON');
    assert.equal(code, 1);
    assert.match(stderr, /line 2/);
  });

  it('should score a labelled file, with its misses', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'humanizacion-'));
    const file = join(folder, 'questions.jsonl');
    const rows = [
      { id: 'q1', text: 'que es el robotismo', sections: ['robotismo'], kind: 'direct' },
      { id: 'q2', text: 'que es la frialdad', sections: ['objetivo'], kind: 'direct' },
      { id: 'q3', text: 'hola', sections: [], kind: 'off-policy' },
    ];
    await writeFile(file, rows.map((row) => JSON.stringify(row)).join('\n'));
    const { code, stdout } = await run('evaluate', [file]);
    await rm(folder, { recursive: true });
    assert.equal(code, 0);
    assert.match(stdout, /direct: 2 questions, right first 0\.500/);
    assert.match(stdout, /off-policy: 1 not answered by the policy, abstained 1\.000/);
    assert.match(stdout, /q2 \[direct\]/);
  });

  it('should list nothing where nothing was asked', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'humanizacion-'));
    const { code, stdout } = await run('questions', ['--since', '7d'], '', { LOCAL_DATA_DIR: folder });
    await rm(folder, { recursive: true });
    assert.equal(code, 0);
    assert.match(stdout, /Nothing in 7 days/);
    assert.equal((await run('questions', ['--since', 'soon'])).code, 2);
  });

  it('should find the content in order', async () => {
    const { code, stdout } = await run('check-content');
    assert.equal(code, 0);
    assert.match(stdout, /in order/);
  });
});
