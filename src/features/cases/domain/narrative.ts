import type { Signal } from './assessment.js';

/** A piece of a narrative; the marked ones are the words that spoke for the level. */
export interface Run {
  text: string;
  marked: boolean;
}

/** Cuts a narrative at its signals, for the card to highlight them. Overlapping signals are joined. */
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
