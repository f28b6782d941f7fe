import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { builtOf } from '../../../../src/platform/text/built-content.js';
import { ContentError, readYaml } from '../../../../src/platform/text/yaml-file.js';

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
