import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MUTANTS } from '../faults/mutants/mutants.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const DOCUMENT = read('docs/reliability.md');
const rows = [...DOCUMENT.matchAll(/^\| (\d+) \| .* \|$/gm)];

describe('the page about reliability', () => {
  it('has a row for each of the 23 faults', () => {
    assert.deepEqual(
      rows.map(([, number]) => Number(number)),
      Array.from({ length: 23 }, (_, at) => at + 1),
    );
  });

  for (const [row, number] of rows) {
    it(`names existing tests for fault ${number}`, () => {
      const tests = [...row.matchAll(/`(test\/[\w./-]+\.ts)` "([^"]+)"/g)];
      assert.ok(tests.length > 0);
      for (const [, file = '', title = ''] of tests) {
        assert.ok(read(file).includes(title), `${file} has no "${title}"`);
      }
    });
  }

  it('names every mutant', () => {
    for (const { does } of MUTANTS) assert.ok(DOCUMENT.includes(does), does);
  });
});
