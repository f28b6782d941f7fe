/** Which sections of the policy a person sees for what they wrote. */
import type { Understanding } from '../../../platform/understanding/understand.js';

export interface Shown {
  outcome: 'answer' | 'article' | 'suggest' | 'abstain';
  /** Section ids, best first: for an answer, the section itself and those to see also. */
  ids: string[];
}

const MOST = 3;
/** Sections less likely than this would only distract from an honest no. */
const NEAR_FROM = 0.05;

export function shownFor({ purpose, asks, alternatives, found, article }: Understanding): Shown {
  if (article) return { outcome: 'article', ids: [] };
  const ids = found.sections.slice(0, MOST);
  const near = found.ranked.slice(0, MOST).filter(({ probability }) => probability >= NEAR_FROM);
  const nearest = { outcome: 'abstain', ids: near.map(({ id }) => id) } as const;
  if (asks && found.outcome !== 'abstain' && alternatives.includes('policy'))
    return { outcome: 'suggest', ids };
  if (asks) return nearest;
  switch (purpose) {
    case 'policy':
      return found.outcome === 'abstain' ? nearest : { outcome: found.outcome, ids };
    case 'offtopic':
      return found.outcome === 'answer' ? { outcome: 'suggest', ids } : nearest;
    case 'tell':
      return { outcome: 'suggest', ids: found.outcome === 'abstain' ? [] : ids.slice(0, 1) };
    default:
      return { outcome: 'abstain', ids: [] };
  }
}
