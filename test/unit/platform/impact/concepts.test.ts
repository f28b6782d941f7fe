import assert from 'node:assert/strict';
import { readConcepts } from '../../../../src/platform/impact/concepts.js';
import { readRules } from '../../../../src/platform/impact/rules.js';

const rules = readRules();
const concepts = readConcepts();
const mark = (text: string) => concepts.mark(text, rules.read(text));
const marks = (text: string) => mark(text).text.slice(text.length).trim();

describe('the marks of a narrative', () => {
  it('are the same for words that mean alike', () => {
    assert.notEqual(marks('quedó con una fractura'), '');
    assert.equal(marks('tiene una fisura'), marks('tiene un esguince'));
  });

  it('are in the order of the words', () => {
    assert.notEqual(marks('con candado y convulsión'), marks('convulsión y con candado'));
  });

  it('stand behind the narrative, which stays as it is', () => {
    assert.ok(mark('Me AMENAZÓ').text.startsWith('Me AMENAZÓ '));
    assert.equal(mark('zzz').text, 'zzz');
  });

  it('tell what the rules found, and what they discounted', () => {
    assert.notEqual(marks('hubo golpes'), marks('no hubo golpes'));
  });

  it('fit into the words that the model reads, however long the narrative is', () => {
    const { text } = mark(`${'mesa '.repeat(700)}convulsión`);
    assert.ok(text.split(' ').length <= 400);
    assert.ok(text.endsWith(marks('convulsión')));
  });
});

describe('the evidence in a narrative', () => {
  for (const [text, evidence] of [
    ['tuvo una convulsión', 'grave'],
    ['la amenazó', 'grave'],
    ['la cortaron con un cuchillo', 'grave'],
    ['me duele el brazo', 'leaning'],
    ['esperé en la fila', 'ordinary'],
    ['', 'ordinary'],
  ] as const) {
    it(`is ${evidence} in "${text}"`, () => assert.equal(mark(text).evidence, evidence));
  }
});
