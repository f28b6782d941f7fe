/** All figures beside those that were kept. Pure. */
import { z } from 'zod';
import type { Figure } from './report.js';
import { ratio } from './shares.js';

/** By file and figure, what was found, and of how many. */
export const keptFigures = z.record(z.string(), z.record(z.string(), z.tuple([z.int(), z.int()])));
export type Kept = z.output<typeof keptFigures>;

/** The figures of each file, by its name. */
export type Figures = ReadonlyMap<string, readonly Figure[]>;

/** Changes in points; up to one they are told, but are no fall. */
const MOST = 1;
const POINTS = 100;

export interface Scoreboard {
  lines: string[];
  /** The figures that are worse than the kept ones by more than a point. */
  fell: string[];
}

export function scoreboard(figures: Figures, kept: Kept): Scoreboard {
  const rows = [...figures].flatMap(([file, ofFile]) =>
    ofFile.map((figure) => ({ file, figure, gain: gainOf(figure, kept[file]?.[figure.name]) })),
  );
  const width = Math.max(...rows.map(({ file, figure }) => file.length + figure.name.length)) + 2;
  const lines = rows.map(({ file, figure: { name, found, of }, gain }) => {
    const before = kept[file]?.[name];
    const beside = before && `before ${ratio(...before)}${gain === 0 ? '' : `, ${points(gain)}`}`;
    return `${`${file}: ${name}`.padEnd(width)}  ${ratio(found, of)} of ${of}  ${beside ?? 'new'}`;
  });
  const fell = rows
    .filter(({ gain }) => gain < -MOST)
    .map(({ file, figure, gain }) => `${file}: ${figure.name} ${points(gain)}`);
  return { lines, fell };
}

export const toKeep = (figures: Figures): Kept =>
  Object.fromEntries(
    [...figures].map(([file, ofFile]) => [
      file,
      Object.fromEntries(ofFile.map(({ name, found, of }) => [name, [found, of]])),
    ]),
  );

/** By how many points it is better, to a tenth; 0 where nothing was kept. */
function gainOf({ found, of, wanted }: Figure, before: [number, number] | undefined): number {
  if (!before || of === 0 || before[1] === 0) return 0;
  const more = found / of - before[0] / before[1];
  return Math.round((wanted === 'much' ? more : -more) * POINTS * 10) / 10;
}

const points = (gain: number): string =>
  `${gain > 0 ? 'better' : 'worse'} by ${Math.abs(gain).toFixed(1)} points`;
