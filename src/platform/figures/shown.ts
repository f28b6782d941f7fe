/** The figures of a period, as a reader may see them. */

import { type Times, timesIn } from './durations.js';
import type { GuardedFigure } from './guarding.js';
import type { Span } from './period.js';
import type { Dimension, FigureDefinition } from './source.js';
import { type Cells, sumOf, type Tally } from './tally.js';

/** `hidden`: it would tell of people. Undefined: it is not known here, or not for this reader. */
export type Count = number | 'hidden' | undefined;

export interface ShownParts {
  span: Span;
  /** The figures that the reader may see, by id. */
  figures: ReadonlyMap<string, FigureDefinition>;
  /** Of the months of the period, in their order. */
  tallies: readonly Tally[];
  /** Only daily counts: tallies hold nothing else for part of a month. */
  isByDay: boolean;
  /** Returns the guarded value of a figure; undefined for figures that are not guarded. */
  guarded: (figureId: string) => GuardedFigure | undefined;
  /** The reader sees guarded figures and dimensions as the rule leaves them. */
  isGuarded: (of: FigureDefinition | Dimension) => boolean;
}

export class Shown {
  readonly #parts: ShownParts;
  readonly #sum: Tally;

  constructor(parts: ShownParts) {
    this.#parts = parts;
    this.#sum = sumOf(parts.tallies);
  }

  /** How many: `cases.reported`. */
  count(figureId: string): Count {
    const figure = this.#find(figureId);
    if (!figure || (this.#parts.isByDay && !figure.isByDay)) return undefined;
    if (this.#parts.isGuarded(figure)) return this.#parts.guarded(figureId)?.total ?? 'hidden';
    return this.#cells(figure)[cellOf(figure, this.#parts.span)] ?? 0;
  }

  /** How many of each value, the largest first: by service, for example. Values that are hidden are left out. */
  by(figureId: string, dimensionId: string): { value: string; count: number }[] {
    const figure = this.#find(figureId);
    const dimension = figure?.dimensions?.find(({ id }) => id === dimensionId);
    if (!figure || !dimension || (this.#parts.isByDay && !dimension.isByDay)) return [];
    const counts = this.#isGuarded(figure, dimension)
      ? [...(this.#parts.guarded(figureId)?.byDimension.get(dimensionId) ?? [])]
      : Object.entries(cellsIn(this.#cells(figure), figure, { dimension, span: this.#parts.span }));
    return counts
      .map(([value, count]) => ({ value, count }))
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  }

  /** A cell of any kind: a figure, or figure, dimension and value between slashes. */
  cell(path: string): Count {
    const [figureId = '', dimensionId, ...rest] = path.split('/');
    if (dimensionId === undefined) return this.count(figureId);
    const figure = this.#find(figureId);
    const dimension = figure?.dimensions?.find(({ id }) => id === dimensionId);
    if (!figure || !dimension || (this.#parts.isByDay && !dimension.isByDay)) return undefined;
    const found = this.by(figureId, dimensionId).find(({ value }) => value === rest.join('/'));
    return found?.count ?? (this.#isGuarded(figure, dimension) ? 'hidden' : 0);
  }

  /** How long it took, in minutes within 2.5 %: of all, or of one level. Undefined for none. */
  times(figureId: string, level?: string): Times | undefined {
    if (!this.#find(figureId) || this.#parts.isByDay) return undefined;
    const names = Object.keys(this.#sum.durations).filter((name) =>
      level === undefined ? name.startsWith(`${figureId}/`) : name === `${figureId}/${level}`,
    );
    const durations = names.map((name) => this.#sum.durations[name] ?? {});
    return timesIn(sumOf(durations.map((counts) => ({ counts, days: {}, durations: {} }))).counts);
  }

  #find(figureId: string): FigureDefinition | undefined {
    return this.#parts.figures.get(figureId);
  }

  #isGuarded(figure: FigureDefinition, dimension: Dimension): boolean {
    return this.#parts.isGuarded(figure) || this.#parts.isGuarded(dimension);
  }

  /** Of a figure that tells how things stand, those of the last month that has any. */
  #cells({ id, kind }: FigureDefinition): Cells {
    if (kind !== 'latest') return this.#sum.counts;
    return this.#parts.tallies.findLast(({ counts }) => counts[id] !== undefined)?.counts ?? {};
  }
}

/** The cell of the whole figure. What counts once in a period has one for each span. */
export function cellOf({ id, kind }: FigureDefinition, span: Span): string {
  return kind === 'distinct' ? `${id}~${span}` : id;
}

/** The cells of a dimension, by value. */
export function cellsIn(
  cells: Cells,
  figure: FigureDefinition,
  { dimension, span }: { dimension: Dimension; span: Span },
): Cells {
  const prefix = `${cellOf(figure, span)}/${dimension.id}/`;
  return Object.fromEntries(
    Object.entries(cells).flatMap(([cell, count]) =>
      cell.startsWith(prefix) && count !== 0 ? [[cell.slice(prefix.length), count]] : [],
    ),
  );
}
