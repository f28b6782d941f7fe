/** The three levels of the policy's section `nivel-impacto`, from the least to the gravest. */
export const LEVELS = ['low', 'medium', 'high'] as const;
export type Level = (typeof LEVELS)[number];

/** Words of a narrative that speak for a level. */
export interface Signal {
  text: string;
  /** Offsets in UTF-16 units into the narrative. */
  start: number;
  end: number;
  level: Level;
  /** The clause of the policy's definition that they fall under, as in `content/impact-rules.yaml`. */
  rule: string;
}

export interface Assessment {
  level: Level;
  /** Whether a person has to confirm the level. */
  review: boolean;
  signals: Signal[];
}

export function higher(a: Level, b: Level): Level {
  return LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b;
}

/** The levels to which a reporter may set a case that is proposed as `level`: it may be raised, not lowered. */
export function levelsFrom(level: Level): Level[] {
  return LEVELS.slice(LEVELS.indexOf(level));
}
