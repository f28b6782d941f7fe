import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TABLE = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const rows = TABLE.split('\n').filter((line) => /^\| (?!who \||---)/.test(line) && !line.startsWith('|---'));

describe('the threat model', () => {
  it('has a person, a threat, a protection and a test in each row', () => {
    assert.ok(rows.length > 30);
    for (const row of rows) assert.equal(row.split(' | ').length, 4, row);
  });

  for (const row of rows) {
    const [, file = '', name = ''] = /`(test\/[\w./-]+\.test\.ts)` "([^"]+)" \|$/.exec(row) ?? [];
    it(`names an existing test: ${file} ${name}`, () => {
      assert.ok(existsSync(join(ROOT, file)) && file !== '', row);
      assert.ok(readFileSync(join(ROOT, file), 'utf8').includes(name), `${file} has no "${name}"`);
    });
  }
});
