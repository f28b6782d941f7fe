import assert from 'node:assert/strict';
import { fitLinear } from '../../../../ml/learn/fit-linear.js';
import { modelOf } from '../../../../ml/learn/model-of.js';
import type { Example } from '../../../../ml/learn/prepare.js';
import { pack } from '../../../../ml/pack/pack.js';
import type { LinearModel } from '../../../../src/platform/learning/linear-model.js';

const TEXTS: Record<string, string[]> = {
  kindness: ['qué es la amabilidad', 'un ejemplo de amabilidad', 'saludar con una sonrisa', 'gestos cálidos'],
  effort: ['qué esfuerzo hace el usuario', 'esfuerzo de tiempo', 'hacer filas largas', 'esperar dos horas'],
  weather: ['va a llover mañana', 'qué clima hace', 'hace sol en la costa', 'pronóstico de lluvia'],
};
const EXAMPLES = Object.entries(TEXTS).flatMap(([label, texts]) => texts.map((text) => ({ text, label })));
const model = modelOf(EXAMPLES);

function best(of: LinearModel, text: string): string | undefined {
  const probabilities = of.probabilities(text);
  return of.classes[probabilities.indexOf(Math.max(...probabilities))];
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

  it('has the same bytes when it is trained twice', () => {
    assert.ok(pack(fitLinear(EXAMPLES)).equals(pack(fitLinear(EXAMPLES))));
  });

  it('follows the example with more weight', () => {
    const conflict = (weight: number): Example[] => [
      { text: 'el turno', label: 'a' },
      { text: 'el turno', label: 'b', weight },
    ];
    assert.equal(best(modelOf(conflict(3)), 'el turno'), 'b');
    assert.equal(best(modelOf(conflict(0.3)), 'el turno'), 'a');
  });

  it('tells how many epochs are done, from none to all', () => {
    const told: string[] = [];
    fitLinear(EXAMPLES, { rate: 0.5, l2: 0, epochs: 3 }, (done, of) => told.push(`${done}/${of}`));
    assert.deepEqual(told, ['0/3', '1/3', '2/3', '3/3']);
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
