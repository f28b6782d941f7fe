import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Metafile } from 'esbuild';
import { ROOT } from '../../../src/platform/root.js';
import { bundleServer } from '../../../tools/build/bundle.js';
import { noticesOf } from '../../../tools/build/notices.js';

/** Packages that few turns need. */
const RARE = ['openai', 'echarts', 'write-excel-file', '@cantoo/pdf-lib', '@opentelemetry/sdk-metrics'];

describe('the bundle of the server', function () {
  this.timeout(120_000);
  let folder: string;
  let outputs: Metafile['outputs'];
  let inputs: Metafile['inputs'];
  before(async () => {
    mkdirSync(`${ROOT}artifacts`, { recursive: true });
    folder = mkdtempSync(`${ROOT}artifacts/bundle-`);
    const source = `${folder}/raw.ts`;
    writeFileSync(source, 'export const raw = String.raw`\\d ñ “${1}”`;\n');
    ({ outputs, inputs } = await bundleServer(folder, [source]));
    rmSync(source);
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
    const inputsOf = (files: Iterable<string>) =>
      [...files].flatMap((file) => Object.keys(outputs[file]?.inputs ?? {})).join('\n');
    const atStart = inputsOf(loadedBy(main));
    const all = inputsOf(Object.keys(outputs));
    assert.match(atStart, /node_modules\/botbuilder\//);
    assert.ok(!all.includes('node_modules/date-holidays/'), 'the holidays are a table');
    for (const name of RARE) {
      assert.ok(all.includes(`node_modules/${name}/`), `${name} is not in the bundle`);
      assert.ok(!atStart.includes(`node_modules/${name}/`), `${name} is loaded at the start`);
    }
  });

  it('has every process that the server starts', () => {
    const sources = readdirSync(`${ROOT}src`, { recursive: true, encoding: 'utf8' });
    const hosts = sources
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => [
        ...readFileSync(`${ROOT}src/${path}`, 'utf8').matchAll(
          /`\.\/([\w-]+)\$\{extname\(import\.meta\.url\)\}`/g,
        ),
      ])
      .map(([, name]) => `${name}.js`);
    assert.ok(hosts.includes('source-file-process.js'), hosts.join());
    const files = readdirSync(folder);
    for (const host of hosts) assert.ok(files.includes(host), host);
  });

  it('is plain ASCII, which V8 keeps in one byte a character', () => {
    for (const name of readdirSync(folder)) {
      const at = readFileSync(`${folder}/${name}`).findIndex((byte) => byte > 0x7f);
      assert.equal(at, -1, name);
    }
  });

  it('says what the sources say, in raw templates too', async () => {
    const { raw } = (await import(`${folder}/raw.js`)) as { raw: string };
    assert.equal(raw, '\\d ñ “1”');
  });

  it('has a text of the licence of every package in it', async () => {
    assert.match(await noticesOf(Object.keys(inputs)), /^botbuilder /m);
  });
});
