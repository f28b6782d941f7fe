import assert from 'node:assert/strict';
import { readNarratives } from '../../../../ml/examples/narratives.js';
import { CLAUSES, LEVELS } from '../../../../src/platform/impact/assessment.js';
import { readPolicy } from '../../../../src/platform/policy/policy.js';

describe('the training narratives', () => {
  const { failures, none } = readNarratives();

  it('cover every clause of every level', () => {
    for (const level of LEVELS) {
      for (const rule of CLAUSES[level]) {
        assert.ok(
          failures.some((item) => item.level === level && item.rule === rule),
          `${level} ${rule}`,
        );
      }
    }
  });

  it('are each under the level of their clause, and only once', () => {
    for (const { level, rule, text } of failures)
      assert.ok((CLAUSES[level] as readonly string[]).includes(rule), text);
    assert.equal(new Set(failures.map(({ text }) => text)).size, failures.length);
  });

  it('touch only sections of the policy', () => {
    const policy = readPolicy();
    for (const { touches } of failures) for (const id of touches) assert.ok(policy.find(id), id);
  });

  it('include messages without a failure, none of which is also a failure', () => {
    assert.ok(none.length > 50);
    const texts = new Set(failures.map(({ text }) => text));
    assert.deepEqual(
      none.filter((text) => texts.has(text)),
      [],
    );
  });
});
