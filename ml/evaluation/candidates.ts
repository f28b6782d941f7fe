/** How often a hosted model would be asked, and how often it could choose what is right. */
import type { Policy } from '../../src/platform/policy/policy.js';
import { candidatesFor, isUnsure } from '../../src/platform/understanding/settle.js';
import type { Understanding } from '../../src/platform/understanding/understand.js';
import { share } from './shares.js';

interface Case {
  understood: Understanding;
  /** Ids of right candidates; none where "none" is right. */
  right: readonly string[];
}

export function candidateLine(cases: readonly Case[], policy: Policy): string {
  const unsure = cases.filter(({ understood }) => isUnsure(understood));
  const offered = unsure
    .filter(({ right }) => right.length > 0)
    .map(({ understood, right }) => ({ ids: candidatesFor(understood, policy).map(({ id }) => id), right }));
  const recall = share(offered, ({ ids, right }) => ids.some((id) => right.includes(id)));
  return `for a hosted model: ${unsure.length} of ${cases.length}; the right one among its candidates ${recall} of ${offered.length}`;
}
