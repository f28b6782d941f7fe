import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { Metafile } from 'esbuild';
import { bundleServer } from '../../../src/cli/bundle.js';
import { ROOT } from '../../../src/platform/root.js';

/** Packages that few turns need. */
const RARE = ['openai', 'echarts', 'write-excel-file', '@cantoo/pdf-lib', '@opentelemetry/sdk-metrics'];

describe('the bundle of the server', function () {
  this.timeout(120_000);
  let folder: string;
  let outputs: Metafile['outputs'];
  before(async () => {
    mkdirSync(`${ROOT}artifacts`, { recursive: true });
    folder = mkdtempSync(`${ROOT}artifacts/bundle-`);
    ({ outputs } = await bundleServer(folder));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** The files that a file loads at once, itself included. */
  function loadedBy(file: string, loaded = new Set<string>()): Set<string> {
    if (loaded.has(file)) return loaded;
    loaded.add(file);
    for (const { path, kind } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && path in outputs) loadedBy(path, loaded);
    }
    return loaded;
  }

  it('loads what few turns need on use, and not at the start', () => {
    const main = Object.keys(outputs).find((file) => outputs[file]?.entryPoint === 'src/main.ts');
    assert.ok(main);
    const inputs = (files: Iterable<string>) =>
      [...files].flatMap((file) => Object.keys(outputs[file]?.inputs ?? {})).join('\n');
    const atStart = inputs(loadedBy(main));
    const all = inputs(Object.keys(outputs));
    assert.match(atStart, /node_modules\/botbuilder\//);
    assert.ok(!all.includes('node_modules/date-holidays/'), 'the holidays are a table');
    for (const name of RARE) {
      assert.ok(all.includes(`node_modules/${name}/`), `${name} is not in the bundle`);
      assert.ok(!atStart.includes(`node_modules/${name}/`), `${name} is loaded at the start`);
    }
  });

  it('is plain ASCII, which V8 keeps in one byte a character', () => {
    for (const name of readdirSync(folder)) {
      const at = readFileSync(`${folder}/${name}`).findIndex((byte) => byte > 0x7f);
      assert.equal(at, -1, name);
    }
  });
});
