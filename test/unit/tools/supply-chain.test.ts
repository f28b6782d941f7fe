import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { problemsOf, type Reading } from '../../../tools/permissive.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const project = JSON.parse(textOf('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;

const EXACT = /^\d+\.\d+\.\d+$/;
const EXACT_BETA = /^\d+\.\d+\.\d+-beta\.\d+$/;

describe('dependencies', () => {
  const [, shipped = '', development = ''] = textOf('docs/dependencies.md').split(/^## .*$/m);
  const told = (part: string) =>
    [...part.matchAll(/^\| `([^`]+)` \| (.{10,}) \|$/gm)].map(([, name]) => name);

  it('are all explained in docs/dependencies.md, and no others', () => {
    assert.deepEqual(told(shipped), Object.keys(project.dependencies).sort());
    assert.deepEqual(told(development), Object.keys(project.devDependencies).sort());
  });

  it('are pinned exactly, and locked without the address of a registry', () => {
    for (const [name, version] of Object.entries({ ...project.dependencies, ...project.devDependencies })) {
      // Azure Monitor's exporter has betas only; its distribution pins one, too.
      assert.match(version, name.endsWith('opentelemetry-exporter') ? EXACT_BETA : EXACT, name);
    }
    const lock = textOf('package-lock.json');
    assert.doesNotMatch(lock, /"resolved"/);
    assert.match(lock, /"integrity": "sha512-/);
  });
});

describe('licences', () => {
  const reading = JSON.parse(textOf('tools/licences.json')) as Reading;
  const of = (licence: string, name = '@b/c@1.0.0') => problemsOf([[name, licence]], reading);

  it('are allowed when they are permissive: alone, all of an AND, or one of an OR', () => {
    for (const licence of ['MIT', '(MIT OR GPL-3.0-only)', 'GPL-2.0 OR ISC', '(ISC AND BSD-3-Clause)'])
      assert.deepEqual(of(licence), []);
  });

  it('are what was read by hand, of the version that was read', () => {
    assert.deepEqual(of('(ISC AND CC-BY-3.0)', 'date-holidays@3.37.0'), []);
    assert.match(textOf('node_modules/date-holidays/LICENSE'), /CC BY-SA 3\.0/);
    assert.equal(
      of('(ISC AND CC-BY-3.0)', 'date-holidays@99.0.0').length,
      1,
      'another version is to be read again',
    );
    const installed = Object.keys(JSON.parse(textOf('package-lock.json')).packages as object);
    for (const name of Object.keys(reading.readByHand)) {
      const path = `node_modules/${name.replace(/@[^@]+$/, '')}`;
      assert.ok(
        installed.some((one) => one.endsWith(path)),
        `${name} is not installed any more`,
      );
    }
  });

  it('are reported when they are not permissive or missing', () => {
    assert.deepEqual(of('GPL-3.0-only'), ['@b/c@1.0.0: GPL-3.0-only']);
    for (const licence of ['MIT AND GPL-3.0-only', 'none', 'MIT*', 'SEE LICENSE IN x', 'UNKNOWN'])
      assert.equal(of(licence).length, 1, licence);
  });
});
