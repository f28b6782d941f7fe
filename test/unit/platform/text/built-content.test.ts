import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from '../../../../src/platform/root.js';
import { builtOf } from '../../../../src/platform/text/built-content.js';
import { ContentError, readYaml } from '../../../../src/platform/text/yaml-file.js';

describe('content that the build has read', () => {
  const folder = `${ROOT}content/`;
  // Narratives and phrasings are only for the models.
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.yaml') && !/^(narratives|intents)\b/.test(path),
  );

  it('says the same as the sources: all of them, after `npm run build`', () => {
    assert.ok(files.length > 20);
    for (const path of files) {
      const source = readFileSync(`${folder}${path}`, 'utf8');
      assert.deepEqual(builtOf(source), parse(source), path);
    }
  });
});

describe('content that the build has not read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'humanizacion-'));
  after(() => rmSync(folder, { recursive: true }));

  it('is parsed, and its mistakes have their lines', () => {
    const source = 'words:\n  - uno\n  - 2\n';
    const path = join(folder, 'words.yaml');
    writeFileSync(path, source);
    assert.equal(builtOf(source), undefined);
    const schema = z.object({ words: z.array(z.union([z.string(), z.number()])) });
    assert.deepEqual(readYaml(path, 'words.yaml', schema), { words: ['uno', 2] });
    assert.throws(
      () => readYaml(path, 'words.yaml', z.object({ words: z.array(z.string()) })),
      (error: ContentError) =>
        error instanceof ContentError && /^words\.yaml:3: words\.1/.test(error.message),
    );
  });
});
