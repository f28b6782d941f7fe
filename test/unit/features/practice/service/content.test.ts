import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPractices } from '../../../../../src/features/practice/service/content.js';
import { readPolicy } from '../../../../../src/platform/policy/policy.js';
import { ContentError } from '../../../../../src/platform/text/yaml-file.js';

const CONTENT = fileURLToPath(new URL('../../../../../content/practice', import.meta.url));
const FILE = 'amabilidad.yaml';

describe('the content of practices', () => {
  let folder: string;
  beforeEach(() => {
    folder = `${mkdtempSync(join(tmpdir(), 'practice-'))}/`;
    cpSync(CONTENT, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const change = (name: string, from: string | RegExp, to: string) =>
    writeFileSync(`${folder}${name}`, readFileSync(`${folder}${name}`, 'utf8').replace(from, to));
  const lineOf = (name: string, words: string) =>
    readFileSync(`${folder}${name}`, 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(words)) + 1;

  function problems(): string[] {
    try {
      readPractices(readPolicy(), folder);
      return [];
    } catch (error) {
      assert.ok(error instanceof ContentError);
      return error.problems;
    }
  }

  it('has at least 120, each from words of the policy, in both languages', () => {
    const policy = readPolicy();
    const practices = readPractices(policy);
    assert.ok(practices.length >= 120);
    for (const { section, behaviour } of practices) {
      const { official = [], facts = [] } = policy.find(section) ?? {};
      assert.ok([...official, ...facts].includes(behaviour));
    }
  });

  it('names the line of a behaviour that the policy does not say so', () => {
    change(FILE, /behaviour: .*/, "behaviour: 'Sonreír siempre.'");
    const line = lineOf(FILE, 'Sonreír siempre');
    assert.deepEqual(problems(), [
      `content/practice/${FILE}:${line}: practices.0.behaviour: is not in the words of this section of the policy`,
    ]);
  });

  it('names the line of an id that stands twice, of words that are too short, and of an unknown job', () => {
    change(FILE, 'amabilidad-02', 'amabilidad-01');
    change('apatia.yaml', /es: .*/, "es: 'Saluda.'");
    change('deip.yaml', /( +)(es: .*)/, '$1$2\n$1jobs: [astronauta]');
    const found = problems();
    assert.match(
      found[0] ?? '',
      /^content\/practice\/amabilidad\.yaml:\d+: practices\.1\.id: "amabilidad-01" stands twice/,
    );
    assert.ok(
      found.some((each) =>
        each.startsWith(`content/practice/apatia.yaml:${lineOf('apatia.yaml', "'Saluda.'")}:`),
      ),
    );
    assert.ok(
      found.some((each) =>
        each.startsWith(`content/practice/deip.yaml:${lineOf('deip.yaml', 'astronauta')}:`),
      ),
    );
  });

  it('leaves no section of the policy without a practice, and no file without a section', () => {
    renameSync(`${folder}${FILE}`, `${folder}cortesia.yaml`);
    assert.deepEqual(problems(), [
      'content/practice/amabilidad.yaml:1: the file cannot be read',
      'content/practice/cortesia.yaml:1: is neither an attribute nor one of those that take us away',
    ]);
  });

  it('refuses fewer than 120 altogether', () => {
    for (const name of ['amabilidad', 'apatia', 'deip', 'facilidad']) {
      const text = readFileSync(`${folder}${name}.yaml`, 'utf8');
      const second = text.indexOf('\n  - id:', text.indexOf('  - id:') + 1);
      writeFileSync(`${folder}${name}.yaml`, text.slice(0, second));
    }
    assert.match(problems().join(), /there are \d+ practices, fewer than 120/);
  });
});
