import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DOCS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...markdownIn('docs'),
  ...markdownIn('docs/guia'),
];

/** A path in backticks, and the name after it: `src/turn.ts` `readInput`. Patterns and placeholders are no paths. */
const PATH = /`((?:src|test|content|cards|infra|manifest|docs|demo|\.ci)\/[\w./-]*)`(?:\s+`(\w+)`)?/g;
/** Made by the reader as the document says. */
const TO_BE_MADE = ['infra/main.bicepparam'];
const PLACEHOLDER = /\b[A-Z]{2,}\b/;
const LINK = /\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g;

describe('the documents', () => {
  for (const document of DOCS) {
    const text = readFileSync(join(ROOT, document), 'utf8');

    it(`names files that exist: ${document}`, () => {
      for (const [, path = '', name] of text.matchAll(PATH)) {
        if (PLACEHOLDER.test(path) || TO_BE_MADE.includes(path)) continue;
        assert.ok(existsSync(join(ROOT, path)), `${path} does not exist`);
        if (name && path.endsWith('.ts')) {
          assert.match(
            readFileSync(join(ROOT, path), 'utf8'),
            new RegExp(`\\b${name}\\b`),
            `${path}: ${name}`,
          );
        }
      }
    });

    it(`links to files that exist: ${document}`, () => {
      for (const [, path = ''] of text.matchAll(LINK)) {
        assert.ok(existsSync(join(ROOT, dirname(document), path)), `${path} does not exist`);
      }
    });
  }
});

function markdownIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${folder}/${file}`);
}
