/** Where a case is on its way: reported, accepted, closed. */
import { type Rich, richOf } from '../../../platform/cards/rich.js';
import type { Catalogue } from '../../../platform/text/catalogue.js';
import type { State } from '../domain/case.js';

const WAYS: Readonly<Record<State, readonly State[]>> = {
  reported: ['reported', 'accepted', 'closed'],
  accepted: ['reported', 'accepted', 'closed'],
  closed: ['reported', 'accepted', 'closed'],
  rejected: ['reported', 'rejected'],
  withdrawn: ['reported', 'withdrawn'],
};

/** The present state stands out. */
export function progressOf(now: State, text: Catalogue['cases']): Rich {
  const steps = WAYS[now].map((state) => (state === now ? `**${text.state[state]}**` : text.step[state]));
  return richOf(steps.join(' → '));
}
