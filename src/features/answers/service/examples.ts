/** The training data of the search: the texts of the policy and of its knowledge. */
import type { Example } from '../../../platform/learning/fit.js';
import type { Knowledge } from '../../../platform/policy/knowledge.js';
import type { Policy } from '../../../platform/policy/policy.js';
import { OFF_POLICY, OUTSIDE } from './search.js';

export function searchExamples(policy: Policy, knowledge: Knowledge): Example[] {
  const examples: Example[] = [];
  const add = (label: string, texts: readonly string[]) => {
    for (const text of texts) examples.push({ text, label });
  };
  for (const { id, title, official, facts } of policy.sections) {
    add(id, [title, ...official, ...facts]);
    const known = knowledge.sections.get(id);
    if (known) add(id, [known.explanation, ...known.examples, ...known.keywords, ...known.phrasings]);
  }
  for (const [kind, texts] of Object.entries(knowledge.smallTalk)) add(OUTSIDE + kind, texts);
  for (const texts of Object.values(knowledge.offPolicy)) add(OFF_POLICY, texts);
  return examples;
}
