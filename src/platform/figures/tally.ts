/** Counts of a scope in a month. They add up: the tally of a year is the sum of those of its months. */
import { z } from 'zod';
import { bucketOf, type Durations } from './durations.js';
import { type Scope, scopeKey } from './scope.js';
import type { Fact, FigureDefinition } from './source.js';

const cells = z.record(z.string(), z.number());

export const tallySchema = z.object({
  counts: cells,
  /** Daily counts, by `DD`. */
  days: z.record(z.string(), cells),
  /** By figure, or by figure and level. */
  durations: z.record(z.string(), cells),
});
export type Tally = z.output<typeof tallySchema>;
export type Cells = Tally['counts'];

export const emptyTally = (): Tally => ({ counts: {}, days: {}, durations: {} });

/** The sum of tallies. */
export function sumOf(tallies: Iterable<Tally>): Tally {
  const sum = emptyTally();
  for (const { counts, days, durations } of tallies) {
    addCells(sum.counts, counts);
    for (const [day, of] of Object.entries(days)) addTo(sum.days, day, of);
    for (const [name, of] of Object.entries(durations)) addTo(sum.durations, name, of);
  }
  return sum;
}

function addTo(groups: Record<string, Cells>, group: string, cells: Readonly<Cells>): void {
  const sum = groups[group] ?? {};
  addCells(sum, cells);
  groups[group] = sum;
}

function addCells(to: Cells, from: Readonly<Cells>): void {
  for (const [cell, count] of Object.entries(from)) to[cell] = (to[cell] ?? 0) + count;
}

/** Counts facts, by scope. */
export class Tallies {
  readonly byScope = new Map<string, Tally>();
  readonly #isByDay: (cell: string) => boolean;

  constructor(figures: readonly FigureDefinition[]) {
    const kept = new Set(figures.flatMap(keptByDay));
    this.#isByDay = (cell) => kept.has(cell.split('/', 2).join('/'));
  }

  add({ scopes, day, cells: added, minutes = {} }: Fact): void {
    const buckets = Object.entries(minutes).map(([name, values]) => [name, inBuckets(values)] as const);
    const ofDay = Object.fromEntries(Object.entries(added).filter(([cell]) => this.#isByDay(cell)));
    for (const key of new Set(scopes.map((scope: Scope) => scopeKey(scope)))) {
      const tally = this.#of(key);
      addCells(tally.counts, added);
      if (day !== undefined) addTo(tally.days, day, ofDay);
      for (const [name, of] of buckets) addTo(tally.durations, name, of);
    }
  }

  #of(key: string): Tally {
    const found = this.byScope.get(key) ?? emptyTally();
    this.byScope.set(key, found);
    return found;
  }
}

/** The figure and its dimensions, without values. */
function keptByDay({ id, isByDay, dimensions = [] }: FigureDefinition): string[] {
  const kept = dimensions
    .filter((dimension) => dimension.isByDay)
    .map((dimension) => `${id}/${dimension.id}`);
  return isByDay ? [id, ...kept] : kept;
}

function inBuckets(minutes: readonly number[]): Durations {
  const durations: Durations = {};
  for (const value of minutes) addCells(durations, { [bucketOf(value)]: 1 });
  return durations;
}
