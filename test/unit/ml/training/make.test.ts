import assert from 'node:assert/strict';
import { digestOf, make, methodDigest } from '../../../../ml/training/make.js';
import { readManifest } from '../../../../ml/training/manifest.js';
import type { Plan } from '../../../../ml/training/plans.js';

const examples = [
  { text: 'hola, ¿cómo vas?', label: 'a' },
  { text: 'chao', label: 'b' },
];
const PLANS: Plan[] = [
  { name: 'linear', examples, options: { rate: 0.5, l2: 1e-3, epochs: 2 } },
  { name: 'hidden', examples, options: { units: 2, rate: 0.1, l2: 1e-3, epochs: 2, least: 1 } },
  { name: 'words', texts: ['la fila', 'la fila larga'] },
];

describe('a model that is made', () => {
  it('has the same bytes when it is made twice', () => {
    for (const plan of PLANS) assert.ok(make(plan).equals(make(plan)), plan.name);
  });

  it('has the bytes that it had where the committed models were made, whatever the machine and its Node', () => {
    assert.equal(methodDigest(), readManifest().method);
  });

  it('is a line for each word where it is words', () => {
    assert.equal(make(PLANS[2] as Plan).toString(), 'la\nfila\n');
  });

  it('is another one with other examples, weights or options', () => {
    const [linear] = PLANS as [Extract<Plan, { examples: unknown }>];
    const others: Plan[] = [
      { ...linear, examples: [...examples].reverse() },
      { ...linear, examples: examples.map((example) => ({ ...example, weight: 2 })) },
      { ...linear, options: { rate: 0.5, l2: 1e-4, epochs: 2 } },
    ];
    assert.equal(new Set([linear, ...others].map(digestOf)).size, 4);
    assert.equal(digestOf({ ...linear, examples: [...examples] }), digestOf(linear));
  });
});
