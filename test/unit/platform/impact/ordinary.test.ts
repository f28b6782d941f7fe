import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readConcepts } from '../../../../src/platform/impact/concepts.js';
import { loadAssess } from '../../../../src/platform/impact/load.js';
import { readRules } from '../../../../src/platform/impact/rules.js';
import { readKnowledge } from '../../../../src/platform/policy/knowledge.js';
import { readPolicy } from '../../../../src/platform/policy/policy.js';
import { ORDINARY_WORDS } from '../../../support/ordinary-words.js';
import { thoroughly } from '../../../support/thorough.js';

const rules = readRules();
const concepts = readConcepts();
const assess = loadAssess(rules);
const evidenceIn = (text: string) => concepts.mark(text, rules.read(text)).evidence;

function assertCalm(text: string): void {
  const { level, urgent } = assess(text);
  assert.ok(level !== 'high' && !urgent, `${level}: ${text}`);
}

describe('a text without a word that may be grave', function () {
  this.timeout(60_000);

  it('is never high nor urgent, whatever ordinary words it has', () => {
    const sentence = fc
      .array(fc.constantFrom(...ORDINARY_WORDS), { minLength: 1, maxLength: 40 })
      .map((words) => words.join(' '))
      .filter((text) => evidenceIn(text) === 'ordinary');
    fc.assert(fc.property(sentence, assertCalm), { numRuns: thoroughly(200, 1_000) });
  });

  it('is not high where its words stand in many stories of harm to health', () => {
    assertCalm('azúcar galleta lámpara el');
  });

  it('is never high nor urgent when the policy does not answer it', () => {
    const { offPolicy } = readKnowledge(readPolicy());
    const calm = Object.values(offPolicy)
      .flat()
      .filter((text) => evidenceIn(text) === 'ordinary');
    assert.ok(calm.length > 1_000, String(calm.length));
    for (const text of calm) assertCalm(text);
  });
});

describe('the ordinary words', () => {
  it('are ordinary to the rules and the groups of words', () => {
    assert.deepEqual(
      ORDINARY_WORDS.filter((word) => evidenceIn(word) !== 'ordinary'),
      [],
    );
  });
});
