import type { Catalogue } from '../../../platform/text/catalogue.js';
import type { Commitment } from '../domain/commitment.js';

type Words = Catalogue['cases']['commitments'];

export function stateOf({ state, hasLeft }: Pick<Commitment, 'state' | 'hasLeft'>, words: Words): string {
  return hasLeft ? words.left : words.state[state];
}
