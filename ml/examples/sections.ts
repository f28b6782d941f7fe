/** The training data of the search: the texts of the policy and of its knowledge. */

import type { Knowledge } from '../../src/platform/policy/knowledge.js';
import type { Policy } from '../../src/platform/policy/policy.js';
import { OFF_POLICY, OUTSIDE } from '../../src/platform/understanding/search.js';
import type { Example } from '../learn/prepare.js';

/** A section of more texts is not likelier for it: beyond this number, each of its texts counts less. */
const EVEN_FROM = 160;

export function searchExamples(policy: Policy, knowledge: Knowledge): Example[] {
  const sections = policy.sections.map(({ id, title, official, facts }) => {
    const known = knowledge.sections.get(id);
    const ours = known ? [known.explanation, ...known.examples, ...known.keywords, ...known.phrasings] : [];
    return evenly(id, [title, ...official, ...facts, ...ours]);
  });
  const smallTalk = Object.entries(knowledge.smallTalk).map(([kind, texts]) => plain(OUTSIDE + kind, texts));
  const offPolicy = Object.values(knowledge.offPolicy).map((texts) => plain(OFF_POLICY, texts));
  return [...sections, ...smallTalk, ...offPolicy].flat();
}

const plain = (label: string, texts: readonly string[]): Example[] => texts.map((text) => ({ text, label }));

function evenly(label: string, texts: readonly string[]): Example[] {
  const weight = Math.min(1, EVEN_FROM / texts.length);
  return texts.map((text) => ({ text, label, weight }));
}
