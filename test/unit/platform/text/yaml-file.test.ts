import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ContentError, readYaml } from '../../../../src/platform/text/yaml-file.js';

const folder = mkdtempSync(join(tmpdir(), 'yaml-file-'));
after(() => rmSync(folder, { recursive: true }));

const schema = z.strictObject({
  names: z.array(z.string().trim().min(2)).min(2),
  deep: z.object({ items: z.array(z.strictObject({ size: z.number() })) }).optional(),
});
function read(...lines: string[]): z.output<typeof schema> {
  const path = join(folder, 'a.yaml');
  writeFileSync(path, lines.join('\n'));
  return readYaml(path, 'content/a.yaml', schema);
}
function problemsOf(...lines: string[]): string[] {
  try {
    read(...lines);
  } catch (error) {
    assert.ok(error instanceof ContentError, String(error));
    assert.equal(error.message, error.problems.join('\n'));
    return error.problems;
  }
  return [];
}
/** The beginning `file:line: where` of each problem. */
const places = (...lines: string[]) =>
  problemsOf(...lines).map((problem) => /^content\/a\.yaml:\d+: (?:[\w.]+(?=: ))?/.exec(problem)?.[0]);

describe('a YAML file', () => {
  it('is read as the schema defines', () => {
    assert.deepEqual(read('# who', 'names:', '  - " Ana "', '  - Luz', 'deep: { items: [{ size: 1 }] }'), {
      names: ['Ana', 'Luz'],
      deep: { items: [{ size: 1 }] },
    });
  });
});

describe('an unreadable YAML file', () => {
  for (const [what, line, ...lines] of [
    ['text after a quotation', 3, 'names:', '  - Ana', '  - "Luz" y Sol', '  - Mar'],
    ['a tab', 2, 'names:', '\t- Ana'],
    ['a duplicate key', 4, 'names:', '  - Ana', '  - Luz', 'names: [Sol, Mar]'],
    ['a second document', 2, 'names: [Ana, Luz]', '---', 'names: [Sol, Mar]'],
  ] as const) {
    it(`reports the line of ${what}`, () => {
      const [first = '', ...others] = problemsOf(...lines);
      assert.match(first, new RegExp(`^content/a\\.yaml:${line}: \\S`));
      assert.ok(!first.includes('\n'));
      assert.deepEqual(others, []);
    });
  }

  it('reports the line of an unclosed quotation', () => {
    assert.match(
      problemsOf('names:', '  - Ana', '  - "Luz')[0] ?? '',
      /^content\/a\.yaml:3: Missing closing/,
    );
  });

  it('reports each wrong line', () => {
    const problems = problemsOf('names: "x" y', 'deep: "x" y');
    assert.deepEqual(
      problems.map((problem) => problem.split(' ')[0]),
      ['content/a.yaml:1:', 'content/a.yaml:2:'],
    );
  });
});

describe('a YAML file that does not match the schema', () => {
  for (const [what, line, where, ...lines] of [
    ['an item', 4, 'names.1', '# one', 'names:', '  - Ana', '  - L', '  - Sol'],
    ['an item of an inline list', 3, 'names.2', 'names: [', '  Ana, Luz,', '  L ]'],
    ['an item after an empty line', 5, 'names.1', 'names:', '  - Ana', '', '  # two', '  - 12'],
    ['an empty item', 3, 'names.1', 'names:', '  - Ana', '  -', '  - Luz'],
    ['an item below comments with CRLF', 4, 'names.1', '# a\r', 'names:\r', '  - Ana\r', '  - L\r'],
    ['a list that is too short', 2, 'names', '# one', 'names: [Ana]'],
    [
      'a nested value',
      5,
      'deep.items.1.size',
      'names: [Ana, Luz]',
      'deep:',
      '  items:',
      '    - size: 1',
      '    - size: big',
    ],
    [
      'the nearest ancestor of a missing value',
      5,
      'deep.items.1.size',
      'names: [Ana, Luz]',
      'deep:',
      '  items:',
      '    - size: 1',
      '    - {}',
    ],
  ] as const) {
    it(`reports the line and the place of ${what}`, () => {
      assert.deepEqual(places(...lines), [`content/a.yaml:${line}: ${where}`]);
    });
  }

  it('reports an unknown key by name', () => {
    const [problem = ''] = problemsOf(
      'names: [Ana, Luz]',
      'deep:',
      '  items:',
      '    - size: 1',
      '      sise: 2',
    );
    assert.match(problem, /^content\/a\.yaml:\d: deep\.items\.0: .*"sise"/);
  });

  it('reports the first line when the whole file is wrong', () => {
    for (const lines of [[''], ['- Ana'], ['names'], ['# only', '# comments']])
      assert.deepEqual(places(...lines), ['content/a.yaml:1: ']);
  });

  it('reports everything that is wrong', () => {
    const lines = ['names:', '  - A', '  - L', 'deep:', '  items: [{ size: x }]'];
    assert.deepEqual(places(...lines), [
      'content/a.yaml:2: names.0',
      'content/a.yaml:3: names.1',
      'content/a.yaml:5: deep.items.0.size',
    ]);
  });
});
