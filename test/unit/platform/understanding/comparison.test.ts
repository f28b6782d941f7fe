import assert from 'node:assert/strict';
import { comparisonIn } from '../../../../src/platform/understanding/comparison.js';

const SECTIONS = [
  { id: 'apatia', title: 'Apatía y displicencia' },
  { id: 'frialdad', title: 'La frialdad' },
  { id: 'esfuerzos-usuario', title: 'Esfuerzos del usuario' },
  { id: 'esfuerzo-tiempo', title: 'Esfuerzo de tiempo' },
  { id: 'esfuerzo-emocional', title: 'Esfuerzo emocional' },
  { id: 'impacto-bajo', title: 'Complejidad baja' },
  { id: 'impacto-medio', title: 'Complejidad media' },
];
const PAIRS = ['apatia.frialdad', 'esfuerzo-tiempo.esfuerzo-emocional', 'impacto-bajo.impacto-medio'];
const comparison = comparisonIn(SECTIONS, new Set(PAIRS.map((pair) => `contrast:${pair}`)));

describe('a comparison by name', () => {
  for (const [text, pair] of [
    ['¿en qué se diferencia la frialdad de la displicencia?', PAIRS[0]],
    ['apatía y frialdad son lo mismo?', PAIRS[0]],
    ['qué distingue el esfuerzo emocional del esfuerzo de tiempo', PAIRS[1]],
    ['diferencia entre impacto bajo e impacto medio', PAIRS[2]],
  ] as const)
    it(`is heard in "${text}"`, () => assert.equal(comparison(text), `contrast:${pair}`));

  for (const text of [
    'qué es la frialdad',
    'me trataron con frialdad y apatía',
    'la frialdad es lo mismo que qué',
    'en qué se diferencia la apatía del esfuerzo emocional',
  ])
    it(`is none in "${text}"`, () => assert.equal(comparison(text), undefined));
});
