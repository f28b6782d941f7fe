/** What the evaluation of a file finds. */
export interface Report {
  /** For people: scores by kind, then what was missed. */
  lines: string[];
  /** For the scoreboard. */
  figures: Figure[];
}

/** Of so many, so many. */
export interface Figure {
  name: string;
  found: number;
  of: number;
  /** Whether much of it is good, or little. */
  wanted: 'much' | 'little';
}

/** How many of some are as it is good that they are. */
export function good<T>(name: string, items: readonly T[], holds: (item: T) => boolean): Figure {
  return { name, found: items.filter(holds).length, of: items.length, wanted: 'much' };
}

/** How many of some are as they should not be. */
export function bad<T>(name: string, items: readonly T[], holds: (item: T) => boolean): Figure {
  return { ...good(name, items, holds), wanted: 'little' };
}
