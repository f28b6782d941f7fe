import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { billOfMaterials } from '../../../src/cli/bill-of-materials.js';
import { checkLicences } from '../../../src/cli/licence-check.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const project = JSON.parse(textOf('package.json')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;

interface Bill {
  bomFormat: string;
  specVersion: string;
  components: { 'bom-ref': string; name: string; purl: string; hashes: { content: string }[] }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

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

  it('are all in the bill of materials with hashes, except development dependencies', () => {
    const child = spawnSync('npm', ['run', '--silent', 'sbom'], { cwd: ROOT, encoding: 'utf8' });
    const bom = JSON.parse(child.stdout) as Bill;
    assert.deepEqual([bom.bomFormat, bom.specVersion], ['CycloneDX', '1.5']);
    const names = bom.components.map(({ name }) => name);
    for (const name of Object.keys(project.dependencies)) assert.ok(names.includes(name), name);
    for (const name of ['azurite', 'mocha', 'typescript']) assert.ok(!names.includes(name), name);
    for (const { hashes, purl } of bom.components) {
      assert.match(hashes[0]?.content ?? '', /^[0-9a-f]{128}$/, purl);
      assert.match(purl, /^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d/);
    }
    const refs = new Set(bom.components.map((one) => one['bom-ref']));
    for (const { ref, dependsOn } of bom.dependencies) {
      for (const needed of dependsOn) assert.ok(refs.has(needed), `${ref} needs ${needed}`);
    }
    assert.equal(bom.dependencies.length, bom.components.length + 1);
  });

  it('are resolved as in Node for the bill of materials', () => {
    const { dependencies } = billOfMaterials({
      '': { name: 'project', version: '1.0.0', dependencies: { a: '1' } },
      'node_modules/a': { version: '1.0.0', dependencies: { b: '1', c: '1' } },
      'node_modules/a/node_modules/b': { version: '2.0.0', dependencies: { c: '1' } },
      'node_modules/b': { version: '1.0.0', dev: true },
      'node_modules/c': { version: '1.0.0' },
    }) as Bill;
    assert.deepEqual(
      dependencies.map(({ ref, dependsOn }) => [ref, ...dependsOn]),
      [
        ['root', 'node_modules/a'],
        ['node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/c'],
        ['node_modules/a/node_modules/b', 'node_modules/c'],
        ['node_modules/c'],
      ],
    );
  });
});

describe('licences', () => {
  const problemsOf = (license: string | undefined) =>
    checkLicences({ '': {}, 'node_modules/a/node_modules/@b/c': { version: '1.0.0', license } }).problems;

  it('are allowed when they are permissive: alone, all of an AND, or one of an OR', () => {
    for (const license of ['MIT', '(MIT OR GPL-3.0-only)', 'GPL-2.0 OR ISC', '(ISC AND BSD-3-Clause)']) {
      assert.deepEqual(problemsOf(license), []);
    }
  });

  it('are what was read by hand, of the version that was read, where package.json is wrong', () => {
    const of = (version: string) =>
      checkLicences({ 'node_modules/date-holidays': { version, license: '(ISC AND CC-BY-3.0)' } });
    const { problems, counts } = of(project.dependencies['date-holidays'] ?? '');
    assert.deepEqual([problems, [...counts.keys()]], [[], ['ISC AND CC-BY-SA-3.0']]);
    assert.match(textOf('node_modules/date-holidays/LICENSE'), /CC BY-SA 3\.0/);
    assert.equal(of('99.0.0').problems.length, 1, 'another version is to be read again');
  });

  it('are reported when they are not permissive or missing', () => {
    assert.deepEqual(problemsOf('GPL-3.0-only'), ['@b/c@1.0.0: GPL-3.0-only']);
    assert.deepEqual(problemsOf('MIT AND GPL-3.0-only'), ['@b/c@1.0.0: MIT AND GPL-3.0-only']);
    assert.deepEqual(problemsOf(undefined), ['@b/c@1.0.0: none']);
    assert.deepEqual(problemsOf('SEE LICENSE IN x'), ['@b/c@1.0.0: SEE LICENSE IN x']);
  });
});
