/** Scores assessed levels on labelled narratives. */
import { LEVELS, type Level } from '../../src/platform/impact/assessment.js';
import { rowsIn } from '../evaluation/rows.js';

export interface Labelled {
  text: string;
  level: Level | 'none';
}

export const readLabelled = (path: string): Labelled[] => rowsIn(path) as Labelled[];

/** Macro-F1 over the levels, and the recall of `high`. Leaves out narratives without a failure. */
export function scoreLevels(
  told: readonly Labelled[],
  given: readonly Level[],
): { macroF1: number; recallHigh: number } {
  const pairs = told.flatMap(({ level }, at) => (level === 'none' ? [] : [{ level, given: given[at] }]));
  const count = (holds: (pair: (typeof pairs)[number]) => boolean) => pairs.filter(holds).length;
  const f1 = LEVELS.map((level) => {
    const right = count((pair) => pair.level === level && pair.given === level);
    const all = count((pair) => pair.level === level) + count((pair) => pair.given === level);
    return (2 * right) / all || 0;
  });
  const high = count((pair) => pair.level === 'high');
  const found = count((pair) => pair.level === 'high' && pair.given === 'high');
  return { macroF1: f1.reduce((sum, value) => sum + value, 0) / f1.length, recallHigh: found / high };
}
