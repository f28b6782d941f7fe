import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestOfSources, isUpToDate, noteBegun, noteDone } from '../../../src/cli/up-to-date.js';

describe('whether models have to be made again', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'models-'));
    writeFileSync(join(folder, 'danger.model'), 'as trained');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is so before they were made, and not after, while their sources are the same', () => {
    assert.equal(isUpToDate('a', folder), false);
    noteDone('a', folder);
    assert.equal(isUpToDate('a', folder), true);
    assert.equal(isUpToDate('b', folder), false);
  });

  it('is so when a model is missing', () => {
    noteDone('a', folder);
    rmSync(join(folder, 'danger.model'));
    assert.equal(isUpToDate('a', folder), false);
  });

  it('is so when they were begun and not finished, also for the sources of before', () => {
    noteDone('a', folder);
    noteBegun(folder);
    assert.equal(isUpToDate('a', folder), false);
  });

  it('knows the sources by their bytes', () => {
    assert.match(digestOfSources(), /^[0-9a-f]{64}$/);
    assert.equal(digestOfSources(), digestOfSources());
  });
});
