import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOver, readNarratives } from '../../../../ml/examples/narratives.js';
import { CLAUSES } from '../../../../src/platform/impact/assessment.js';
import { ContentError } from '../../../../src/platform/text/yaml-file.js';

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
    write('none', { text: 'gracias' });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, ...items: readonly unknown[]) =>
    writeFileSync(`${folder}${name}.jsonl`, items.map((one) => `${JSON.stringify(one)}\n`).join(''));
  const item = (rule: string, more: Record<string, unknown> = {}) => ({
    text: ' Me atendió mal ',
    rule,
    topic: 'behaviour',
    efforts: ['time'],
    touches: ['apatia'],
    marks: ['child'],
    ...more,
  });
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
      write(level, item(CLAUSES[level][0]), item(rule));
      assertProblem(new RegExp(`^ml/narratives/${level}\\.jsonl:2: rule: .*"${CLAUSES[level][0]}"`));
    });
  }

  for (const [name, value] of [
    ['topic', 'weather'],
    ['efforts', ['physical']],
    ['touches', [1]],
    ['marks', ['tall']],
  ] as const) {
    it(`is refused with ${name} ${value}, naming the line`, () => {
      write('low', item('cercania'), item('cercania'), item('cercania', { [name]: value }));
      assertProblem(new RegExp(`^ml/narratives/low\\.jsonl:3: ${name}`));
    });
  }

  it('is refused with unknown fields or without required ones', () => {
    write('low', item('cercania', { mood: 'bad' }));
    assertProblem(/^ml\/narratives\/low\.jsonl:1: .*"mood"/);
    write('low', item('cercania', { marks: undefined }));
    assertProblem(/^ml\/narratives\/low\.jsonl:1: marks: /);
    write('low', item('cercania'));
    write('none', { text: 'a ' });
    assertProblem(/^ml\/narratives\/none\.jsonl:1: text: /);
  });

  it('is refused where a line is no JSON, or a file is missing', () => {
    writeFileSync(`${folder}none.jsonl`, '{"text":"gracias"}\nhola\n');
    assertProblem(/^ml\/narratives\/none\.jsonl:2: /);
    rmSync(`${folder}none.jsonl`);
    assertProblem(/^ml\/narratives\/none\.jsonl:1: the file cannot be read$/);
  });
});
