import assert from 'node:assert/strict';
import { train } from '../../../../src/platform/learning/fit.js';
import { hashOf } from '../../../../src/platform/learning/hash.js';
import { LinearModel, softmax, vectorOf } from '../../../../src/platform/learning/linear-model.js';
import type { Example } from '../../../../src/platform/learning/prepare.js';
import { knownWords } from '../../../../src/platform/learning/spelling.js';
import { readerKnowing } from '../../../support/models.js';

const TEXTS: Record<string, string[]> = {
  kindness: ['qué es la amabilidad', 'un ejemplo de amabilidad', 'saludar con una sonrisa', 'gestos cálidos'],
  effort: ['qué esfuerzo hace el usuario', 'esfuerzo de tiempo', 'hacer filas largas', 'esperar dos horas'],
  weather: ['va a llover mañana', 'qué clima hace', 'hace sol en la costa', 'pronóstico de lluvia'],
};
const EXAMPLES = Object.entries(TEXTS).flatMap(([label, texts]) => texts.map((text) => ({ text, label })));
const model = train(EXAMPLES);
const reader = readerKnowing(knownWords(EXAMPLES.map(({ text }) => text)));

function best(of: LinearModel, text: string): string | undefined {
  const probabilities = of.probabilities(text);
  return of.classes[probabilities.indexOf(Math.max(...probabilities))];
}
/** A model that knows one word, which indicates the second of its two classes. */
const oneWord = (words: string[]) => {
  const trained = {
    classes: ['no', 'yes'],
    vocabulary: Int32Array.of(hashOf('w:esfuers')),
    idf: Float32Array.of(1),
    weights: Float32Array.of(-2, 2),
    bias: Float32Array.of(0, 0),
  };
  return LinearModel.fromTraining(trained, readerKnowing(words));
};
function assertAlike(one: Float32Array, other: Float32Array): void {
  assert.equal(one.length, other.length);
  one.forEach((value, at) => {
    assert.ok(Math.abs(value - (other[at] ?? Number.NaN)) <= 1e-6, `${one} ${other}`);
  });
}

describe('a trained model', () => {
  it('distinguishes the classes, in seen and in unseen texts', () => {
    for (const { text, label } of EXAMPLES) assert.equal(best(model, text), label, text);
    assert.equal(best(model, '¿Amabilidad?'), 'kindness');
    assert.equal(best(model, 'cuánto esfuerzo en la fila'), 'effort');
    assert.equal(best(model, 'lloverá mucho'), 'weather');
  });

  it('has its classes in the order of the examples', () => {
    assert.deepEqual(model.classes, ['kindness', 'effort', 'weather']);
  });

  it('understands misspelt words', () => {
    assert.equal(best(model, 'amavildad'), 'kindness');
    assert.equal(best(model, 'esfuerso de tienpo'), 'effort');
  });

  it('is deterministic', () => {
    assert.ok(train(EXAMPLES).toBytes().equals(model.toBytes()));
  });

  it('follows the example with more weight', () => {
    const conflict = (weight: number): Example[] => [
      { text: 'el turno', label: 'a' },
      { text: 'el turno', label: 'b', weight },
    ];
    assert.equal(best(train(conflict(3)), 'el turno'), 'b');
    assert.equal(best(train(conflict(0.3)), 'el turno'), 'a');
  });

  for (const [what, text] of [
    ['empty text', ''],
    ['text without words', '¿…? 😡'],
    ['unknown words', 'xyzw kkk'],
    ['a long text', 'amabilidad esfuerzo lluvia '.repeat(500)],
  ] as const) {
    it(`gives finite probabilities that sum to one for ${what}`, () => {
      const probabilities = [...model.probabilities(text)];
      assert.equal(probabilities.length, 3);
      for (const value of probabilities) assert.ok(value >= 0 && value <= 1, String(probabilities));
      assert.ok(Math.abs(probabilities.reduce((sum, value) => sum + value, 0) - 1) < 1e-5);
    });
  }
});

describe('a serialized model', () => {
  it('gives the same probabilities after it is read', () => {
    const again = LinearModel.fromBytes(model.toBytes(), reader);
    assert.deepEqual(again.classes, model.classes);
    for (const text of ['', 'amabilidad y sol', 'el sol amabilidad', ...EXAMPLES.map((item) => item.text)])
      assertAlike(again.probabilities(text), model.probabilities(text));
  });

  it('is read from any offset in memory', () => {
    for (const offset of [1, 2, 3]) {
      const moved = Buffer.concat([Buffer.alloc(offset), model.toBytes()]).subarray(offset);
      assertAlike(
        LinearModel.fromBytes(moved, reader).probabilities('amabilidad'),
        model.probabilities('amabilidad'),
      );
    }
  });

  it('mends the spelling with the words of its reader', () => {
    const bytes = oneWord([]).toBytes();
    const read = (words: string[]) => LinearModel.fromBytes(bytes, readerKnowing(words));
    assert.equal(best(read(['esfuerzo']), 'esfuezo'), 'yes');
    assertAlike(read([]).probabilities('esfuezo'), Float32Array.of(0.5, 0.5));
  });

  it('is refused when it has another version, or is not a model', () => {
    const bytes = model.toBytes();
    const end = bytes.indexOf('\n');
    const head = JSON.parse(bytes.subarray(0, end).toString());
    const other = Buffer.from(JSON.stringify({ ...head, version: head.version - 1 }));
    assert.throws(
      () => LinearModel.fromBytes(Buffer.concat([other, bytes.subarray(end)]), reader),
      new RegExp(`version ${head.version - 1} cannot be read`),
    );
    for (const wrong of [Buffer.alloc(0), Buffer.from('hola\n'), bytes.subarray(0, bytes.length - 1)])
      assert.throws(() => LinearModel.fromBytes(wrong, reader));
  });
});

describe('the arithmetic of a model', () => {
  it('scales the vector of a text to length one and leaves out unknown features', () => {
    const [a, b, x] = ['a', 'b', 'x'].map((name) => hashOf(name)) as [number, number, number];
    const vocabulary = { find: (name: number) => [a, b].indexOf(name) };
    const known = { vocabulary, idf: Float32Array.of(3, 2) };
    const features = [
      [b, 4],
      [x, 9],
      [a, 1],
    ] as const;
    const { rows, values } = vectorOf(new Map(features), known);
    assert.deepEqual([...rows], [1, 0]);
    assertAlike(values, Float32Array.of(0.8, 0.6));
    assert.equal(vectorOf(new Map([[x, 1]]), known).values.length, 0);
  });

  it('turns scores of any size into probabilities', () => {
    assertAlike(softmax(Float32Array.of(0, Math.log(3))), Float32Array.of(0.25, 0.75));
    assertAlike(softmax(Float32Array.of(5_000, 5_000, -5_000)), Float32Array.of(0.5, 0.5, 0));
  });
});
