/** The absence as entered, and its mistakes. */

export interface Entered {
  /** `YYYY-MM-DD`, or empty. */
  from: string;
  until: string;
  /** The deputy that the person chose; empty for the directory's. */
  deputyId: string;
}

export type Problem = 'from' | 'until' | 'order';

/** @param today `YYYY-MM-DD` in Bogotá. */
export function problemOf({ from, until }: Entered, today: string): Problem | undefined {
  if (from < today) return 'from';
  if (until < today) return 'until';
  return until < from ? 'order' : undefined;
}
