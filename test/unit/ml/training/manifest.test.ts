import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digest } from '../../../../ml/training/digest.js';
import {
  differences,
  digestOfFile,
  readManifest,
  writeManifest,
  writeModel,
} from '../../../../ml/training/manifest.js';
import { MODELS } from '../../../../src/platform/learning/models-folder.js';

describe('what models are made of', () => {
  let folder: string;
  beforeEach(() => {
    folder = `${mkdtempSync(join(tmpdir(), 'models-'))}/`;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = Buffer.from('as trained');
  const manifest = {
    method: 'm',
    models: { words: { examples: 'w', file: digest(file) }, danger: { examples: 'd', file: digest(file) } },
    sources: { 'content/a.yaml': '1', zod: '4.0.0' },
  };

  it('is read as it was written, the models by name', () => {
    writeManifest(manifest, folder);
    assert.deepEqual(readManifest(folder), manifest);
    assert.deepEqual(Object.keys(readManifest(folder).models), ['danger', 'words']);
    assert.deepEqual(readdirSync(folder), ['made-of.json']);
  });

  it('is nothing when it is missing, or has the marks of a conflict', () => {
    assert.deepEqual(readManifest(folder), { method: '', models: {}, sources: {} });
    writeFileSync(`${folder}made-of.json`, '<<<<<<< HEAD\n{}\n');
    assert.deepEqual(readManifest(folder).models, {});
  });

  it('differs where a source has changed, came or went', () => {
    const none = { ...manifest, models: {} };
    assert.deepEqual(differences({ ...manifest.sources }, none, folder), []);
    assert.deepEqual(differences({ 'content/a.yaml': '2', zod: '4.0.0' }, none, folder), ['content/a.yaml']);
    assert.deepEqual(differences({ ...manifest.sources, b: '1' }, none, folder), ['b']);
    assert.deepEqual(differences({ zod: '4.0.0' }, none, folder), ['content/a.yaml']);
  });

  it('differs where the file of a model is missing, or another', () => {
    writeModel('danger', file, folder);
    assert.deepEqual(differences(manifest.sources, manifest, folder), ['models/words.txt']);
    writeModel('words', file, folder);
    assert.deepEqual(differences(manifest.sources, manifest, folder), []);
    writeModel('danger', Buffer.from('as merged'), folder);
    assert.deepEqual(differences(manifest.sources, manifest, folder), ['models/danger.model']);
  });

  it('leaves nothing half where a model is written over what an interruption left', () => {
    writeFileSync(`${folder}danger.model.half`, 'as tra');
    writeModel('danger', file, folder);
    assert.deepEqual(readdirSync(folder), ['danger.model']);
    assert.deepEqual(readFileSync(`${folder}danger.model`), file);
  });
});

describe('the models that are committed', () => {
  const { models } = readManifest();

  it('are the files that their manifest names', () => {
    for (const [name, { file }] of Object.entries(models)) assert.equal(digestOfFile(name), file, name);
    const named = Object.keys(models).map((name) => (name === 'words' ? 'words.txt' : `${name}.model`));
    assert.deepEqual(readdirSync(MODELS).sort(), [...named, 'made-of.json'].sort());
  });
});
