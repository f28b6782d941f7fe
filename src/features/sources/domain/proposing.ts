/** Proposes the kind of a row: from the file, else from the rules and the model. */
import type { Arrived, Proposed } from './arrived.js';

/** What rules and model say of a text. */
export interface Opinion {
  level: Proposed['level'];
  urgent: boolean;
  reviews: readonly string[];
  signals: readonly { text: string; level: Proposed['level'] }[];
}

/** A card has no room for more. */
const MOST_REASONS = 3;

export function proposedFor({ kind }: Pick<Arrived, 'kind'>, opinion: Opinion): Proposed {
  const { level, urgent, reviews, signals } = opinion;
  // Nothing in it tells of a failure.
  const isSilent = level === 'low' && !urgent && reviews.includes('unclear');
  return {
    kind: kind ?? (isSilent ? 'thanks' : 'failure'),
    level,
    urgent,
    why: signals
      .filter((signal) => signal.level === level)
      .slice(0, MOST_REASONS)
      .map(({ text }) => text),
  };
}
