import assert from 'node:assert/strict';
import { type Lessons, prepare } from '../../../../ml/learn/prepare.js';
import { inverseFrequency } from '../../../../src/platform/learning/frequency.js';
import { hashOf } from '../../../../src/platform/learning/hash.js';
import { vectorOf } from '../../../../src/platform/learning/linear-model.js';
import { readerKnowing } from '../../../support/models.js';

const EXAMPLES = [
  { text: '¿Cuánto esfuerzo hace el usuario? Esfuerzo, esfuerzo…', label: 'effort' },
  { text: 'el SOL', label: 'weather', weight: 3 },
  { text: '', label: 'effort' },
  { text: 'hace sol, ¡hace sol!', label: 'weather' },
];

function vectorIn({ starts, rows, values }: Lessons, lesson: number): Map<number, number> {
  const places = Array.from({ length: (starts[lesson + 1] as number) - (starts[lesson] as number) });
  return new Map(
    places
      .map((_, at) => at + (starts[lesson] as number))
      .map((at) => [rows[at] as number, values[at] as number]),
  );
}

describe('examples that are prepared', () => {
  const { vocabulary, counts, lessons, classes } = prepare(EXAMPLES, { shape: true });

  it('are vectors as a model reads them', () => {
    const reader = readerKnowing(['esfuerzo', 'sol', 'hace', 'cuanto', 'usuario']);
    const idf = Float32Array.from(counts, (count) => inverseFrequency(EXAMPLES.length, count));
    const known = { vocabulary: { find: (hash: number) => vocabulary.indexOf(hash) }, idf };
    EXAMPLES.forEach(({ text }, lesson) => {
      const { rows, values } = vectorOf(reader.read(text), known);
      assert.deepEqual(vectorIn(lessons, lesson), new Map([...rows].map((row, at) => [row, values[at]])));
    });
  });

  it('have their class and their weight', () => {
    assert.deepEqual(classes, ['effort', 'weather']);
    assert.deepEqual([...lessons.wanted], [0, 1, 0, 1]);
    assert.deepEqual([...lessons.weights], [1, 3, 1, 1]);
  });

  it('count the texts that have a feature, however often', () => {
    const countOf = (name: string) => counts[vocabulary.indexOf(hashOf(name))];
    assert.deepEqual(['w:esfuers', 'w:sol', 'w:el'].map(countOf), [1, 2, 2]);
  });

  it('leave out features of fewer texts, and how a text is put unless it is wanted', () => {
    const has = (name: string, prepared: ReturnType<typeof prepare>) =>
      prepared.vocabulary.includes(hashOf(name));
    const few = prepare(EXAMPLES, { least: 2 });
    assert.ok(has('w:sol', few));
    assert.ok(!has('w:esfuers', few));
    assert.ok(!has('#asks', few) && !has('#asks', prepare(EXAMPLES, {})));
    assert.ok(vocabulary.includes(hashOf('#asks')));
  });
});
