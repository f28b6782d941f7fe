import type { Signal } from '../../../platform/impact/assessment.js';

/** A piece of a narrative. Marked pieces are the words that indicate the level. */
export interface Run {
  text: string;
  marked: boolean;
}

/** Splits a narrative at its signals, for the card to highlight. Text of overlapping signals occurs once. */
export function markSignals(narrative: string, signals: readonly Signal[]): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { start, end } of [...signals].sort((a, b) => a.start - b.start)) {
    const from = Math.max(start, at);
    if (end <= from) continue;
    if (from > at) runs.push({ text: narrative.slice(at, from), marked: false });
    runs.push({ text: narrative.slice(from, end), marked: true });
    at = end;
  }
  if (at < narrative.length || runs.length === 0) runs.push({ text: narrative.slice(at), marked: false });
  return runs;
}
