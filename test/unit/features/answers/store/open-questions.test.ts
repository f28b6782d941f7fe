import assert from 'node:assert/strict';
import { modelOf } from '../../../../../ml/learn/model-of.js';
import { groupByLikeness } from '../../../../../src/features/answers/service/grouping.js';
import {
  type OpenQuestion,
  OpenQuestions,
} from '../../../../../src/features/answers/store/open-questions.js';
import { MemoryTables } from '../../../../support/memory-tables.js';

const NOW = new Date('2027-01-20T15:00:00Z');
/** Rare words weigh more, as in the search model. */
const vectorFor = (list: readonly string[]) => {
  const model = modelOf(list.map((text, at) => ({ text, label: String(at) })));
  return (text: string) => model.vector(text);
};
const texts = (questions: readonly OpenQuestion[]) => questions.map(({ text }) => text);

describe('open questions', () => {
  let tables: MemoryTables;
  let questions: OpenQuestions;
  beforeEach(() => {
    tables = new MemoryTables();
    questions = new OpenQuestions(tables);
  });
  const save = (text: string, at: string, activityId = `${text} ${at}`) =>
    questions.save({ text, nearestId: 'alcance', activityId, at: new Date(at) });
  const since = async (from: string, now = NOW) => texts(await questions.since(new Date(from), now));

  it('are returned with their time and nearest section', async () => {
    await save('¿quién la firmó?', '2027-01-19T10:00:00Z');
    assert.deepEqual(await questions.since(new Date('2027-01-01T00:00:00Z'), NOW), [
      { text: '¿quién la firmó?', nearestId: 'alcance', at: '2027-01-19T10:00:00.000Z' },
    ]);
  });

  it('are returned from a given moment on, inclusive', async () => {
    await save('before', '2027-01-19T09:59:59.999Z');
    await save('then', '2027-01-19T10:00:00.000Z');
    await save('after', '2027-01-19T10:00:00.001Z');
    assert.deepEqual(await since('2027-01-19T10:00:00Z'), ['then', 'after']);
  });

  it('are sorted by time, across months and years', async () => {
    await save('january', '2027-01-01T00:00:00Z');
    await save('december', '2026-12-31T23:59:59Z');
    await save('october', '2026-10-31T12:00:00Z');
    await save('november', '2026-11-30T12:00:00Z');
    assert.deepEqual(await since('2026-10-31T00:00:00Z'), ['october', 'november', 'december', 'january']);
    assert.deepEqual(await since('2026-11-30T23:00:00Z'), ['december', 'january']);
  });

  it('are found in the first instant of a month', async () => {
    await save('at once', '2027-02-01T00:00:00Z');
    assert.deepEqual(await since('2027-01-31T00:00:00Z', new Date('2027-02-01T00:00:00Z')), ['at once']);
  });

  it('are stored once when the activity comes twice', async () => {
    await save('¿quién?', '2027-01-19T10:00:00Z', '1');
    await save('¿quién?', '2027-01-19T10:00:05Z', '1');
    await save('¿quién?', '2027-01-19T10:00:05Z', '2');
    assert.equal((await since('2027-01-01T00:00:00Z')).length, 2);
  });

  it('accept any characters and length in the activity id', async () => {
    await save('¿quién?', '2027-01-19T10:00:00Z', `f:1/2\\3#4?5${'x'.repeat(600)}`);
    assert.deepEqual(await since('2027-01-01T00:00:00Z'), ['¿quién?']);
  });

  it('are stored without names, numbers and e-mails', async () => {
    await save('Soy Marta Pérez, cel 300 123 4567, m@x.example: ¿quién la firmó?', '2027-01-19T10:00:00Z');
    const { rows } = await tables.page('Feedback', { partitionKey: '2027-01', size: 10 });
    assert.equal(rows.length, 1);
    assert.doesNotMatch(JSON.stringify(rows.map(({ row }) => row)), /Marta|Pérez|300|4567|m@x/);
    assert.match(String(rows[0]?.row.text), /\[nombre\].*\[número\].*\[correo\]: ¿quién la firmó\?$/);
  });

  it('are cut at 500 characters, after redaction', async () => {
    await save('a '.repeat(250), '2027-01-19T10:00:00Z');
    await save(`${'b '.repeat(248)}300 123 4567`, '2027-01-19T10:00:01Z');
    const [plain, cut] = await since('2027-01-01T00:00:00Z');
    assert.equal(plain?.length, 499, 'the last space aside');
    assert.equal(cut, `${'b '.repeat(248)}[núm`);
  });

  it('skip other rows of the table', async () => {
    const row = { partitionKey: '2027-01', rowKey: 'answer:1', useful: true };
    await tables.write('Feedback', { kind: 'upsert', row });
    assert.deepEqual(await since('2027-01-01T00:00:00Z'), []);
  });
});

describe('grouping of similar questions', () => {
  let minute = 0;
  const asked = (...list: string[]): OpenQuestion[] =>
    list.map((text) => ({ text, nearestId: '', at: new Date(1_767_225_600_000 + ++minute).toISOString() }));
  const grouped = (...list: string[]) =>
    groupByLikeness(asked(...list), vectorFor(list)).map((group) => {
      assert.equal(group.count, group.questions.length);
      return texts(group.questions);
    });

  it('joins questions in nearly the same words', () => {
    assert.deepEqual(
      grouped(
        '¿Quién firmó la política?',
        'qué hay de almuerzo',
        'quien firmo la politica',
        'quién fírma la polítika',
      ),
      [
        ['¿Quién firmó la política?', 'quien firmo la politica', 'quién fírma la polítika'],
        ['qué hay de almuerzo'],
      ],
    );
  });

  it('separates questions that share only filler words', () => {
    assert.equal(grouped('horario de la sede norte', 'menú de la semana', 'clave de la red').length, 3);
  });

  it('puts the largest group first, then the newest', () => {
    assert.deepEqual(grouped('parqueadero', 'almuerzo', 'vacaciones', 'almuerzo'), [
      ['almuerzo', 'almuerzo'],
      ['vacaciones'],
      ['parqueadero'],
    ]);
  });

  it('dates a group by its newest question, not by its first', () => {
    assert.deepEqual(grouped('almuerzo', 'parqueadero', 'parqueadero', 'almuerzo'), [
      ['almuerzo', 'almuerzo'],
      ['parqueadero', 'parqueadero'],
    ]);
  });

  it('adds a question to the nearest group', () => {
    const [both] = grouped('menú almuerzo', 'parqueadero visitantes', 'menú almuerzo parqueadero visitantes');
    assert.deepEqual(both, ['parqueadero visitantes', 'menú almuerzo parqueadero visitantes']);
  });

  it('returns no groups for no questions, and accepts questions without words', () => {
    assert.deepEqual(groupByLikeness([], vectorFor([])), []);
    assert.equal(grouped('', '???').flat().length, 2);
  });
});
