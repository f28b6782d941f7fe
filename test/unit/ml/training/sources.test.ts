import assert from 'node:assert/strict';
import { codeOf, sourcesNow } from '../../../../ml/training/sources.js';

describe('what the models are made of', () => {
  it('is content, narratives, the code that makes examples and learns, and the packages that it uses', async () => {
    const sources = await sourcesNow();
    for (const path of [
      'content/politica.es.yaml',
      'content/intents/report.yaml',
      'content/sections/apatia.yaml',
      'content/impact-rules.yaml',
      'ml/narratives/high.jsonl',
      'ml/training/plans.ts',
      'ml/examples/understanding.ts',
      'ml/learn/kernel.ts',
      'src/platform/impact/scopes.ts',
      'src/platform/learning/features.ts',
      '@orama/stemmers',
    ]) {
      assert.ok(sources[path], path);
    }
  });

  it('is nothing that only the bot says, and no content that no model learns from', async () => {
    const others = Object.keys(await sourcesNow()).filter((path) =>
      /^src\/platform\/(text\/(es|en)|cards|storage)\/|^src\/(bot|web|local|cli)\/|content\/(practice\/|service-cycle)|\.md$/.test(
        path,
      ),
    );
    assert.deepEqual(others, []);
  });

  it('follows imports, and types apart', async () => {
    const { files, packages } = await codeOf(['ml/examples/sections.ts']);
    assert.ok(files.includes('src/platform/understanding/search.ts'));
    assert.ok(!files.includes('ml/learn/prepare.ts'));
    assert.ok(packages.includes('zod'));
  });
});
