import assert from 'node:assert/strict';
import { rightsOf } from '../../../../../src/features/cases/cards/rights.js';
import type { Protection } from '../../../../../src/features/cases/domain/protection.js';

const NUMBERS = { emergency: '123', emotional: '106', violence: '155', child: '141', prosecutor: '122' };
const lawsFor = (...protections: Protection[]) =>
  rightsOf(protections, NUMBERS, 'es')
    .flatMap(({ lines }) => lines)
    .flatMap((line) => line.match(/Ley \d+/g) ?? []);

describe('the laws on a card', () => {
  it('are those of what was told', () => {
    assert.deepEqual(lawsFor('sexual-violence', 'by-superior', 'asked'), ['Ley 2365']);
    assert.deepEqual(lawsFor('child'), ['Ley 1098']);
    assert.deepEqual(lawsFor('by-superior', 'asked'), ['Ley 1010']);
    assert.deepEqual(lawsFor('asked'), ['Ley 1010']);
    assert.deepEqual(lawsFor(), []);
  });
});
