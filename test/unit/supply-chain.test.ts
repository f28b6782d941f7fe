import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkLicences } from '../../src/cli/licence-check.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const project = JSON.parse(textOf('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;

describe('dependencies', () => {
  const [, shipped = '', development = ''] = textOf('docs/dependencies.md').split(/^## .*$/m);
  const told = (part: string) =>
    [...part.matchAll(/^\| `([^`]+)` \| (.{10,}) \|$/gm)].map(([, name]) => name);

  it('should each have a line of why, and no line be about one that is gone', () => {
    assert.deepEqual(told(shipped), Object.keys(project.dependencies).sort());
    assert.deepEqual(told(development), Object.keys(project.devDependencies).sort());
  });

  it('should be pinned exactly, and locked without the address of a registry', () => {
    for (const [name, version] of Object.entries({ ...project.dependencies, ...project.devDependencies })) {
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
    }
    const lock = textOf('package-lock.json');
    assert.doesNotMatch(lock, /"resolved"/);
    assert.match(lock, /"integrity": "sha512-/);
  });

  it('should be told whole by the bill of materials, without those of development', function () {
    this.timeout(60_000);
    const { stdout } = spawnSync('npm', ['run', '--silent', 'sbom'], { cwd: ROOT, encoding: 'utf8' });
    const bom = JSON.parse(stdout) as { bomFormat: string; components: { purl: string }[] };
    const names = bom.components.map(({ purl }) =>
      decodeURIComponent(purl).replace(/^pkg:npm\/|@[^@]+$/g, ''),
    );
    assert.equal(bom.bomFormat, 'CycloneDX');
    for (const name of Object.keys(project.dependencies)) assert.ok(names.includes(name), name);
    for (const name of ['azurite', 'mocha', 'typescript']) assert.ok(!names.includes(name), name);
  });
});

describe('licences', () => {
  const problemsOf = (license: string | undefined) =>
    checkLicences({ '': {}, 'node_modules/a/node_modules/@b/c': { version: '1.0.0', license } }).problems;

  it('should be permissive, alone, all of them or one of them', () => {
    for (const license of ['MIT', '(MIT OR GPL-3.0-only)', 'GPL-2.0 OR ISC', '(ISC AND CC-BY-3.0)']) {
      assert.deepEqual(problemsOf(license), []);
    }
  });

  it('should be named where they are not, or where there is none', () => {
    assert.deepEqual(problemsOf('GPL-3.0-only'), ['@b/c@1.0.0: GPL-3.0-only']);
    assert.deepEqual(problemsOf('MIT AND GPL-3.0-only'), ['@b/c@1.0.0: MIT AND GPL-3.0-only']);
    assert.deepEqual(problemsOf(undefined), ['@b/c@1.0.0: none']);
    assert.deepEqual(problemsOf('SEE LICENSE IN x'), ['@b/c@1.0.0: SEE LICENSE IN x']);
  });
});
