import type { Level, Signal } from '../../src/platform/impact/assessment.js';
import type { Probabilities } from '../../src/platform/impact/impact-model.js';

/** Words that speak for a level, wherever they stand. */
export const signalOf = (level: Level): Signal => ({ text: '', start: 0, end: 0, level, rule: 'soez' });

/** What a model says. Levels that are not given are very improbable. */
export const mostly = (more: Partial<Probabilities>): Probabilities => ({
  low: 0.03,
  medium: 0.03,
  high: 0.03,
  none: 0.03,
  ...more,
});

export const CLEARLY = {
  low: mostly({ low: 0.91 }),
  medium: mostly({ medium: 0.91 }),
  high: mostly({ high: 0.91 }),
  none: mostly({ none: 0.91 }),
};
