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
  ...markdownIn('docs/adr'),
];

/** A path in backticks, and the name after it: `src/turn.ts` `readInput`. Patterns and placeholders are no paths. */
const PATH =
  /`((?:src|test|content|cards|infra|manifest|docs|demo|ml|models|tools|\.ci)\/[\w./-]*)`(?:\s+`(\w+)`)?/g;
/** Made by the reader as the document says. */
const TO_BE_MADE = ['infra/main.bicepparam'];
const PLACEHOLDER = /\b[A-Z]{2,}\b/;
/** A file, and the heading in it: `[text](file.md#heading)`. */
const LINK = /\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g;
const SCRIPT = /npm run (?:--silent )?([a-z][\w:-]*)/g;
const scripts: Record<string, string> = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts;

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

    it(`links to files and headings that exist: ${document}`, () => {
      for (const [, path = '', heading] of text.matchAll(LINK)) {
        const target = path ? join(ROOT, dirname(document), path) : join(ROOT, document);
        assert.ok(existsSync(target), `${path} does not exist`);
        if (heading) assert.ok(headingsIn(target).includes(heading), `${path} has no heading #${heading}`);
      }
    });

    it(`names scripts that exist: ${document}`, () => {
      for (const [, name = ''] of text.matchAll(SCRIPT)) assert.ok(scripts[name], `no script ${name}`);
    });
  }
});

/** The anchors of a page, as GitHub makes them. */
function headingsIn(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function markdownIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `${folder}/${file}`);
}
