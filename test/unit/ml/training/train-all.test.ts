import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digest } from '../../../../ml/training/digest.js';
import { make } from '../../../../ml/training/make.js';
import { digestOfFile, type Manifest, readManifest, writeModel } from '../../../../ml/training/manifest.js';
import type { Plan } from '../../../../ml/training/plans.js';
import { Progress } from '../../../../ml/training/progress.js';
import { trainAll } from '../../../../ml/training/train-all.js';
import { trainApart } from '../../../../ml/training/train-apart.js';

const planOf = (name: string, ...texts: string[]): Plan => ({
  name,
  examples: texts.map((text) => ({ text, label: text })),
  options: { rate: 0.5, l2: 1e-3, epochs: 2 },
});
const GREETING = planOf('greeting', 'hola', 'chao');
const THANKS = planOf('thanks', 'gracias', 'de nada');
const NOTHING: Manifest = { method: '', models: {}, sources: {} };

describe('training', () => {
  let folder: string;
  let begun: string[];
  beforeEach(() => {
    folder = `${mkdtempSync(join(tmpdir(), 'models-'))}/`;
    begun = [];
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function all(plans: Iterable<Plan>, before = NOTHING, method = 'm'): Promise<Manifest> {
    begun = [];
    const train = async (plan: Plan) => {
      begun.push(plan.name);
      await Promise.resolve();
      if (plan.name === 'wrong') throw new Error('wrong was not made');
      return make(plan);
    };
    return trainAll(plans, { before, method, folder, atOnce: 2, train });
  }

  it('makes what is missing, and nothing again', async () => {
    const first = await all([GREETING, THANKS]);
    assert.deepEqual(begun, ['greeting', 'thanks']);
    assert.equal(first.models.greeting?.file, digest(make(GREETING)));
    assert.equal(digestOfFile('greeting', folder), first.models.greeting?.file);
    assert.deepEqual(await all([GREETING, THANKS], first), first);
    assert.deepEqual(begun, []);
  });

  it('makes what has other examples, and what is not as it was made', async () => {
    const other = planOf('greeting', 'hola', 'adiós');
    const then = await all([other, THANKS], await all([GREETING, THANKS]));
    assert.deepEqual(begun, ['greeting']);
    writeModel('thanks', Buffer.from('as merged'), folder);
    assert.deepEqual(await all([other, THANKS], then), then);
    assert.deepEqual(begun, ['thanks']);
  });

  it('makes all that is learnt in another way, and forgets what is not planned any more', async () => {
    const { method, models } = await all([THANKS], await all([GREETING, THANKS]), 'another');
    assert.deepEqual(begun, ['thanks']);
    assert.deepEqual([method, Object.keys(models)], ['another', ['thanks']]);
  });

  it('keeps what was made before something failed, and begins nothing after it', async () => {
    const before = { ...NOTHING, sources: { 'content/a.yaml': '1' } };
    const plans = [GREETING, planOf('wrong', 'a'), THANKS, planOf('more', 'b')];
    await assert.rejects(all(plans, before), /wrong was not made/);
    assert.ok(!begun.includes('more'));
    assert.ok(readdirSync(folder).every((name) => !name.includes('wrong') && !name.endsWith('.half')));
    const kept = readManifest(folder);
    assert.deepEqual(kept.sources, before.sources);
    assert.equal(digestOfFile('greeting', folder), kept.models.greeting?.file);
    await all([GREETING], kept);
    assert.deepEqual(begun, []);
  });

  it('makes the same bytes in a process apart', async function () {
    this.timeout(60_000);
    const told: string[] = [];
    const write = (line: string) => told.push(line) > 0;
    const made = await trainApart(GREETING, new Progress({ write, isTTY: true }, () => 0));
    assert.ok(make(GREETING).equals(made));
    assert.match(told.join(''), /epoch 2 of 2/);
  });
});
