import assert from 'node:assert/strict';
import { markSignals } from '../../../../../src/features/cases/domain/narrative.js';
import type { Signal } from '../../../../../src/platform/impact/assessment.js';

const TEXT = 'Le gritó y lo amenazó.';
const signal = (start: number, end: number): Signal => ({
  text: TEXT.slice(start, end),
  start,
  end,
  level: 'low',
  rule: 'cercania',
});
/** The runs as one string, the marked ones in brackets. */
const marked = (text: string, ...signals: Signal[]) =>
  markSignals(text, signals)
    .map((run) => (run.marked ? `[${run.text}]` : run.text))
    .join('|');

describe('marking signals in a narrative', () => {
  it('gives one run without signals, even for an empty text', () => {
    assert.equal(marked(TEXT), TEXT);
    assert.deepEqual(markSignals('', []), [{ text: '', marked: false }]);
  });

  it('splits at each signal, in text order', () => {
    assert.equal(marked(TEXT, signal(14, 21), signal(3, 8)), 'Le |[gritó]| y lo |[amenazó]|.');
  });

  it('makes no empty runs when a signal begins or ends the text', () => {
    assert.equal(marked(TEXT, signal(0, 2), signal(14, TEXT.length)), '[Le]| gritó y lo |[amenazó.]');
    assert.equal(marked(TEXT, signal(0, TEXT.length)), `[${TEXT}]`);
  });

  it('marks the text of overlapping signals once', () => {
    assert.equal(marked(TEXT, signal(0, 8), signal(3, 10)), '[Le gritó]|[ y]| lo amenazó.');
    assert.equal(marked(TEXT, signal(0, 10), signal(3, 8)), '[Le gritó y]| lo amenazó.');
    assert.equal(marked(TEXT, signal(3, 8), signal(3, 8)), 'Le |[gritó]| y lo amenazó.');
  });

  it('ignores a signal of length zero', () => {
    assert.equal(marked(TEXT, signal(3, 3)), TEXT);
  });

  it('loses and adds nothing, even with emoji', () => {
    const text = '😡 me gritó 😡';
    const runs = markSignals(text, [{ ...signal(6, 11), text: 'gritó' }]);
    assert.equal(runs.map((run) => run.text).join(''), text);
    assert.deepEqual(
      runs.filter((run) => run.marked).map((run) => run.text),
      ['gritó'],
    );
  });

  it('does not reorder the list of signals', () => {
    const signals = [signal(14, 21), signal(3, 8)];
    markSignals(TEXT, signals);
    assert.deepEqual(
      signals.map(({ start }) => start),
      [14, 3],
    );
  });
});
