import assert from 'node:assert/strict';
import { protectionsOf, type Told } from '../../../../../src/features/cases/domain/protection.js';
import type { Care } from '../../../../../src/platform/impact/assessment.js';

const SAFE = { threat: false, physical: false, harm: false };
const WORD = { text: 'x', start: 0, end: 1, level: 'medium', rule: 'soez', why: 'negated' } as const;
const told = (more: Partial<Told> = {}): Told => ({
  cares: [],
  superiorInvolved: false,
  safety: SAFE,
  level: 'low',
  discounted: [],
  ...more,
});
const cares = (...all: Care[]) => ({ cares: all });

describe('the protection of a report', () => {
  for (const [what, more, protections] of [
    ['an ordinary failure', {}, []],
    ['sexual violence', cares('sexual-violence'), ['sexual-violence']],
    [
      'sexual violence, whatever its level',
      { ...cares('sexual-violence'), level: 'low' },
      ['sexual-violence'],
    ],
    ['harm to a child', cares('child-at-risk'), ['child']],
    ['self-harm and danger', { ...cares('self-harm', 'danger-now'), level: 'high' }, []],
    ['violence by somebody else', { level: 'high', safety: { ...SAFE, physical: true } }, []],
    ['a superior who is only unkind', { superiorInvolved: true, level: 'medium' }, []],
    ['a superior, and grave words', { superiorInvolved: true, level: 'high' }, ['by-superior']],
    [
      'a superior, and grave words that are denied',
      { superiorInvolved: true, discounted: [{ ...WORD, level: 'high' }] },
      ['by-superior'],
    ],
    ['a superior, and other words that are denied', { superiorInvolved: true, discounted: [WORD] }, []],
    [
      'a superior who threatens',
      { superiorInvolved: true, safety: { ...SAFE, threat: true } },
      ['by-superior'],
    ],
    ['a superior who hits', { superiorInvolved: true, safety: { ...SAFE, physical: true } }, ['by-superior']],
    [
      'a superior who endangers',
      { superiorInvolved: true, safety: { ...SAFE, harm: true } },
      ['by-superior'],
    ],
    [
      'all of it, the most personal first',
      { ...cares('child-at-risk', 'sexual-violence'), superiorInvolved: true, level: 'high' },
      ['sexual-violence', 'child', 'by-superior'],
    ],
  ] as [string, Partial<Told>, string[]][]) {
    it(`is decided for ${what}`, () => assert.deepEqual(protectionsOf(told(more)), protections));
  }
});
