/**
 * Hides small numbers that tell of people, and those from which they could be worked out. What is left shown leaves for
 * every hidden number below five all values from 0 to 4 open, or from 0 to the plain total where that is less:
 * test/unit/platform/figures/attack.test.ts solves for them.
 */

/** A number below this is hidden. */
export const LEAST_SHOWN = 5;
/** The smallest sum of hidden numbers that lets each be anything from 0 to 4. */
const LEAST_REST = 4;

/** `hidden`: there is a number, which would tell too much. */
export type Guarded = number | 'hidden';

/** A figure in a period, broken down. The cells add up to the total. */
export interface Breakdown {
  total: number;
  cells: Readonly<Record<string, number>>;
  /** All values that there are, if everybody knows them: the ones without a cell are zero. */
  values?: readonly string[] | undefined;
  /** The totals of shorter periods in it that the reader knows too. */
  knownTotals: readonly number[];
}

/** Decides which values may be shown. */
export type Hide = (of: Breakdown) => Map<string, number>;

/** The rule alone: nothing below five. */
export function hideSmall({ cells }: Breakdown): Map<string, number> {
  return new Map(Object.entries(cells).filter(([, count]) => count >= LEAST_SHOWN));
}

/** The rule, and the extra hiding that keeps readers from working out hidden numbers. */
export function hideDerivable(of: Breakdown): Map<string, number> {
  const { total, knownTotals } = of;
  // With all of the others in one shorter period, the rest of that period has to be of this value.
  const isLoose = (count: number) => knownTotals.every((known) => known <= total - count);
  const candidates = [...hideSmall(of)]
    .filter(([, count]) => isLoose(count))
    .sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1));
  while (candidates.length > 0 && !isSafe(of, candidates)) candidates.shift();
  return new Map(candidates);
}

function isSafe({ total, cells, values }: Breakdown, shown: readonly [string, number][]): boolean {
  const rest = total - shown.reduce((sum, [, count]) => sum + count, 0);
  if (values?.length === shown.length) return true;
  const others = values ?? Object.keys(cells).filter((value) => (cells[value] ?? 0) > 0);
  return others.length - shown.length >= 2 && rest >= LEAST_REST;
}

/** What of a guarded figure is shown of a period. */
export interface GuardedFigure {
  total: Guarded;
  byDimension: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export interface GuardedInput {
  total: number;
  /** The reader can count the total without this figure. */
  isTotalPlain: boolean;
  dimensions: ReadonlyMap<string, Pick<Breakdown, 'cells' | 'values'>>;
}

/** Of a quarter that is over. `parts`: its months. */
export function guardQuarter(
  quarter: GuardedInput,
  months: readonly GuardedInput[],
  hide: Hide,
): GuardedFigure {
  if (!quarter.isTotalPlain && quarter.total < LEAST_SHOWN)
    return { total: 'hidden', byDimension: new Map() };
  const knownTotals = quarter.isTotalPlain ? months.map(({ total }) => total) : [];
  return { total: quarter.total, byDimension: hiding(quarter, knownTotals, hide) };
}

/**
 * Of a year that is over. It adds up what its quarters show; what they show nothing of is shown if it may be. What only
 * some of them show would tell what the others hide.
 */
export function guardYear(
  year: GuardedInput,
  quarters: readonly { input: GuardedInput; shown: GuardedFigure }[],
  hide: Hide,
): GuardedFigure {
  const totals = quarters.map(({ shown }) => shown.total);
  const isMixed = totals.includes('hidden') && totals.some((total) => total !== 'hidden');
  if (!year.isTotalPlain && (isMixed || year.total < LEAST_SHOWN)) {
    return { total: 'hidden', byDimension: new Map() };
  }
  const known = totals.filter((total) => total !== 'hidden');
  const anew = hiding(year, known, hide);
  const byDimension = new Map(
    [...year.dimensions.keys()].map((id) => {
      const ofQuarters = quarters.map(({ shown }) => shown.byDimension.get(id) ?? new Map<string, number>());
      const isFree = ofQuarters.every((values) => values.size === 0);
      return [id, isFree ? (anew.get(id) ?? new Map()) : addedUp(ofQuarters)] as const;
    }),
  );
  return { total: year.total, byDimension };
}

function hiding({ total, dimensions }: GuardedInput, knownTotals: readonly number[], hide: Hide) {
  return new Map(
    [...dimensions].map(([id, dimension]) => [id, hide({ total, knownTotals, ...dimension })] as const),
  );
}

/** The values that all have. */
function addedUp(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const [first = new Map<string, number>(), ...others] = all;
  const shared = [...first.keys()].filter((value) => others.every((values) => values.has(value)));
  return new Map(
    shared.map((value) => [value, all.reduce((sum, values) => sum + (values.get(value) ?? 0), 0)]),
  );
}
