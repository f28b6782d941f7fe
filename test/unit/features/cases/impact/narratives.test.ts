import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLAUSES } from '../../../../../src/features/cases/domain/assessment.js';
import { isOver, readNarratives } from '../../../../../src/features/cases/impact/narratives.js';
import { ContentError } from '../../../../../src/platform/text/yaml-file.js';

describe('a narrative', () => {
  it('only tells, unless it is few grave words or may not be over', () => {
    const grave = { text: 'El vigilante le pegó a un señor.', level: 'high', marks: [] } as const;
    const calm = { ...grave, level: 'low' } as const;
    const long = { ...grave, text: `${grave.text} Eso pasó el lunes en la entrada, y ya lo sabe el jefe.` };
    const overs = [
      grave,
      calm,
      long,
      { ...long, marks: ['danger_now'] },
      { ...long, marks: ['self_harm'] },
    ] as const;
    assert.deepEqual(
      overs.map((one) => isOver({ ...one, marks: [...one.marks] })),
      [false, true, true, false, false],
    );
  });
});

describe('a folder of narratives', () => {
  let folder: string;
  beforeEach(() => {
    folder = `${mkdtempSync(join(tmpdir(), 'narratives-'))}/`;
    write('low', item('cercania'));
    write('medium', item('soez'));
    write('high', item('amenaza'));
    write('none', ['- text: gracias']);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(`${folder}${name}.yaml`, ['# Some of them.', ...lines].join('\n'));
  /** Six lines; the second is the rule. */
  const item = (rule: string, more: Record<string, string> = {}) => {
    const rest = { topic: 'behaviour', efforts: '[time]', touches: '[apatia]', marks: '[child]', ...more };
    return [
      '- text: " Me atendió mal "',
      `  rule: ${rule}`,
      ...Object.entries(rest).map(([name, value]) => `  ${name}: ${value}`),
    ];
  };
  function assertProblem(expected: RegExp): void {
    assert.throws(
      () => readNarratives(folder),
      (error) => {
        assert.ok(error instanceof ContentError, String(error));
        assert.equal(error.problems.length, 1, error.message);
        assert.match(error.message, expected);
        return true;
      },
    );
  }

  it('is read with the level of each file, lowest first', () => {
    const { failures, none } = readNarratives(folder);
    assert.deepEqual(
      failures.map(({ level, rule }) => [level, rule]),
      [
        ['low', 'cercania'],
        ['medium', 'soez'],
        ['high', 'amenaza'],
      ],
    );
    assert.deepEqual(failures[0], {
      text: 'Me atendió mal',
      level: 'low',
      rule: 'cercania',
      topic: 'behaviour',
      efforts: ['time'],
      touches: ['apatia'],
      marks: ['child'],
    });
    assert.deepEqual(none, ['gracias']);
  });

  for (const [level, rule] of [
    ['low', 'amenaza'],
    ['medium', 'cercania'],
    ['high', 'soez'],
  ] as const) {
    it(`is refused with the clause "${rule}" in the ${level} file, naming file and line`, () => {
      write(level, [...item(CLAUSES[level][0] ?? ''), ...item(rule)]);
      assertProblem(new RegExp(`^content/narratives/${level}\\.yaml:9: 1\\.rule: .*"${CLAUSES[level][0]}"`));
    });
  }

  for (const [name, value, line] of [
    ['topic', 'weather', 4],
    ['efforts', '[physical]', 5],
    ['touches', '[1]', 6],
    ['marks', '[tall]', 7],
  ] as const) {
    it(`is refused with ${name} ${value}, naming the line`, () => {
      write('low', item('cercania', { [name]: value }));
      assertProblem(new RegExp(`^content/narratives/low\\.yaml:${line}: 0\\.${name}`));
    });
  }

  it('is refused with unknown fields or without required ones', () => {
    write('low', item('cercania', { mood: 'bad' }));
    assertProblem(/^content\/narratives\/low\.yaml:2: 0: .*"mood"/);
    write('low', item('cercania').slice(0, -1));
    assertProblem(/^content\/narratives\/low\.yaml:2: 0\.marks: /);
    write('low', item('cercania'));
    write('none', ['- text: "a "']);
    assertProblem(/^content\/narratives\/none\.yaml:2: 0\.text: /);
  });
});
