import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Knowledge,
  questionsIn,
  readKnowledge,
  SMALL_TALK,
} from '../../../../src/platform/policy/knowledge.js';
import { Policy, readPolicy } from '../../../../src/platform/policy/policy.js';
import { ContentError } from '../../../../src/platform/text/yaml-file.js';

const sectionOf = (id: string) => ({ id, title: id, official: [], facts: [] });
const policy = new Policy('The policy', 'T', '1', [sectionOf('trato'), sectionOf('filas')]);

interface Parts {
  explanation?: string;
  english?: string;
  examples?: readonly string[];
  keywords?: readonly string[];
  phrasings?: readonly string[];
}
const numbered = (what: string, count: number) => Array.from({ length: count }, (_, at) => `${what} ${at}`);
const list = (name: string, items: readonly string[]) => [`${name}:`, ...items.map((item) => `  - ${item}`)];
/** The lines begin at 1 (explanation), 2 (english), 3 (examples), 6 (keywords) and 12 (phrasings). */
const sectionText = (id: string, parts: Parts = {}) =>
  [
    `explanation: ${parts.explanation ?? 'En palabras sencillas, de qué se trata.'}`,
    `english: ${parts.english ?? 'In plain words, what it is about.'}`,
    ...list('examples', parts.examples ?? numbered(`${id} example`, 2)),
    ...list('keywords', parts.keywords ?? numbered(`${id} keyword`, 5)),
    ...list('phrasings', parts.phrasings ?? numbered(`${id} phrasing`, 25)),
  ].join('\n');
const OFF = [...list('near', ['who signed it']), ...list('company', ['the menu']), ...list('world', ['x'])];
const SMALL = SMALL_TALK.flatMap((kind) => list(kind, [`${kind}!`]));

describe('the knowledge of the policy', () => {
  let folder: string;
  beforeEach(() => {
    folder = `${mkdtempSync(join(tmpdir(), 'knowledge-'))}/`;
    mkdirSync(`${folder}sections`);
    for (const { id } of policy.sections) write(`sections/${id}.yaml`, sectionText(id));
    write('off-policy.yaml', OFF.join('\n'));
    write('small-talk.yaml', SMALL.join('\n'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string) => writeFileSync(`${folder}${name}`, text);
  const read = (): Knowledge => readKnowledge(policy, folder);
  function assertProblems(...expected: RegExp[]): void {
    let problems: string[] = [];
    assert.throws(read, (error) => {
      assert.ok(error instanceof ContentError, String(error));
      problems = error.problems;
      return true;
    });
    assert.equal(problems.length, expected.length, problems.join('\n'));
    for (const [at, pattern] of expected.entries()) assert.match(problems[at] ?? '', pattern);
  }

  it('has its sections in the order of the policy', () => {
    const { sections, smallTalk, offPolicy } = read();
    assert.deepEqual([...sections.keys()], ['trato', 'filas']);
    assert.deepEqual(sections.get('filas')?.examples, ['filas example 0', 'filas example 1']);
    assert.deepEqual(smallTalk.thanks, ['thanks!']);
    assert.deepEqual(offPolicy, { near: ['who signed it'], company: ['the menu'], world: ['x'] });
  });

  it('reports a file without a section', () => {
    write('sections/ghost.yaml', sectionText('ghost'));
    assertProblems(/^content\/sections\/ghost\.yaml:1: .*no section/);
  });

  for (const [what, line, where, parts] of [
    ['too few phrasings', 13, 'phrasings', { phrasings: numbered('p', 24) }],
    ['an example that is too long', 5, 'examples\\.1', { examples: ['aa', 'b'.repeat(221)] }],
    ['a fourth example', 4, 'examples', { examples: ['aa', 'bb', 'cc', 'dd'] }],
    ['a single example', 4, 'examples', { examples: ['aa'] }],
    ['too few keywords', 7, 'keywords', { keywords: numbered('k', 4) }],
    ['an explanation that is too long', 1, 'explanation', { explanation: 'a'.repeat(421) }],
    ['an explanation that is too short', 1, 'explanation', { explanation: 'a'.repeat(19) }],
    ['an English explanation that is too long', 2, 'english', { english: 'a'.repeat(421) }],
    ['an English explanation that is too short', 2, 'english', { english: 'a'.repeat(19) }],
    ['a phrasing of one letter', 37, 'phrasings\\.24', { phrasings: [...numbered('p', 24), 'q'] }],
  ] as const) {
    it(`reports ${what} by file and line`, () => {
      write('sections/filas.yaml', sectionText('filas', parts));
      assertProblems(new RegExp(`^content/sections/filas\\.yaml:${line}: ${where}: `));
    });
  }

  it('accepts texts of exactly the maximum length', () => {
    const parts = { explanation: 'a'.repeat(420), examples: ['b'.repeat(220), 'cc', 'dd'] };
    write('sections/filas.yaml', sectionText('filas', parts));
    assert.equal(read().sections.get('filas')?.explanation.length, 420);
  });

  it('reports a section without an explanation in English', () => {
    write('sections/filas.yaml', sectionText('filas').replace(/^english: .*\n/m, ''));
    assertProblems(/^content\/sections\/filas\.yaml:1: english: /);
  });

  it('reports a syntax error by file and line', () => {
    write('off-policy.yaml', ['near:', '  - "a" b', ...OFF.slice(2)].join('\n'));
    assertProblems(/^content\/off-policy\.yaml:2: /);
  });

  it('reports a missing kind of small talk', () => {
    write('small-talk.yaml', SMALL.slice(2).join('\n'));
    assertProblems(/^content\/small-talk\.yaml:1: greeting: /);
  });

  it('reports the same phrasing in two sections, however it is written', () => {
    write(
      'sections/filas.yaml',
      sectionText('filas', { phrasings: ['¡TRATO phrasing 3', ...numbered('p', 25)] }),
    );
    write(
      'sections/trato.yaml',
      sectionText('trato', { phrasings: ['¡trato  phrásing 3', ...numbered('t', 25)] }),
    );
    assertProblems(
      /^content\/sections\/filas\.yaml:\d+: "¡TRATO phrasing 3" .*content\/sections\/trato\.yaml/,
    );
  });

  it('reports a phrasing that is also off-policy', () => {
    write('off-policy.yaml', ['near: [Trato phrasing 0]', ...OFF.slice(2)].join('\n'));
    assertProblems(/^content\/off-policy\.yaml:\d+: "Trato phrasing 0" .*content\/sections\/trato\.yaml/);
  });

  it('accepts the same phrasing twice in one section', () => {
    write('sections/filas.yaml', sectionText('filas', { phrasings: [...numbered('p', 25), 'p 0'] }));
    assert.equal(read().sections.get('filas')?.phrasings.length, 26);
  });

  it('reports all problems at once', () => {
    write('sections/trato.yaml', sectionText('trato', { examples: ['aa'] }));
    write('sections/filas.yaml', sectionText('filas', { keywords: ['aa'], phrasings: ['bb'] }));
    write('sections/ghost.yaml', '');
    assertProblems(
      /trato\.yaml:4: examples/,
      /filas\.yaml:7: keywords/,
      /filas\.yaml:9: phr/,
      /ghost\.yaml:1/,
    );
  });

  it('returns all questions, and everything else that people say', () => {
    const { phrasings, others } = questionsIn(read());
    assert.equal(phrasings.length, 50);
    assert.ok(phrasings.includes('trato phrasing 24') && phrasings.includes('filas phrasing 0'));
    assert.deepEqual(others, ['who signed it', 'the menu', 'x', ...SMALL_TALK.map((kind) => `${kind}!`)]);
  });
});

describe('the actual knowledge', () => {
  it('covers every section of the policy', () => {
    const real = readPolicy();
    assert.equal(readKnowledge(real).sections.size, real.sections.length);
  });
});
