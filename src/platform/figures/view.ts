/** A reader's view of a scope in a period and the one before. Pure: from stored tallies. */
import { monthsBetween, shiftedMonth } from '../calendar/days.js';
import { type Composite, compositeOf, type Rate, ratesOf, type Weights } from './composite.js';
import { type GuardedFigure, type GuardedInput, guardQuarter, guardYear, type Hide } from './guarding.js';
import {
  isRunning,
  lastDayOf,
  lastMonthOf,
  monthsOf,
  type Period,
  periodBefore,
  periodOf,
  sameDayBefore,
} from './period.js';
import type { Scope } from './scope.js';
import { cellOf, cellsIn, Shown } from './shown.js';
import type { Component, Dimension, FigureDefinition } from './source.js';
import { emptyTally, sumOf, type Tally } from './tally.js';

export interface FiguresView {
  scope: Scope;
  period: Period;
  /** The last day that counts, `YYYY-MM-DD`: today while the period runs. */
  through: string;
  isRunning: boolean;
  /** The figures the reader may see. */
  figures: readonly FigureDefinition[];
  now: Shown;
  /** The period before: as a whole or, while the period runs, up to the same day. */
  before: { period: Period; through: string; isSameDays: boolean; shown: Shown };
  /** The twelve months up to the period; only those that have begun. */
  months: { month: string; shown: Shown }[];
  /** The parts of the composite indicator, without hidden or empty ones. */
  rates: Rate[];
  /** Undefined while no weights are set, or too little is known. */
  composite?: Composite | undefined;
}

export interface ViewInput {
  scope: Scope;
  period: Period;
  now: Date;
  /** By month, `YYYY-MM`, of the years that `yearsOf` names. */
  tallies: ReadonlyMap<string, Tally>;
  /** The figures that the reader may see. */
  figures: readonly FigureDefinition[];
  components: readonly Component[];
  weights?: Weights | undefined;
  isGuarded: (of: FigureDefinition | Dimension) => boolean;
  hide: Hide;
}

const TREND_MONTHS = 12;

/** The calendar years of which a view reads tallies: the same number however many there are. */
export function yearsOf(period: Period): string[] {
  const last = lastMonthOf(period);
  const first = [periodBefore(period).from, shiftedMonth(last, 1 - TREND_MONTHS)].sort()[0] ?? last;
  return [...new Set(monthsBetween(first, last).map((month) => month.slice(0, 4)))];
}

export function viewOf(input: ViewInput): FiguresView {
  const { scope, period, now, components, weights } = input;
  const before = periodBefore(period);
  const runs = isRunning(period, now);
  const shown = shownIn(input, period);
  const rates = ratesOf(shown, components);
  const last = lastMonthOf(period);
  const through = lastDayOf(period, now);
  const trend = monthsBetween(shiftedMonth(last, 1 - TREND_MONTHS), through.slice(0, 7));
  return {
    scope,
    period,
    through,
    isRunning: runs,
    figures: input.figures,
    now: shown,
    before: {
      period: before,
      through: runs ? sameDayBefore(period, now) : lastDayOf(before, now),
      isSameDays: runs,
      shown: runs ? sameDays(input, period) : shownIn(input, before),
    },
    months: trend.map((month) => ({ month, shown: shownIn(input, { span: 'month', from: month }) })),
    rates,
    ...(weights && { composite: compositeOf(rates, weights) }),
  };
}

function shownIn(input: ViewInput, period: Period): Shown {
  return new Shown({
    span: period.span,
    figures: byId(input.figures),
    tallies: talliesOf(input, period),
    isByDay: false,
    guarded: (id) => guardedIn(input, period, id),
    isGuarded: input.isGuarded,
  });
}

/** The period before, up to the day that today is in this one. */
function sameDays(input: ViewInput, period: Period): Shown {
  const before = periodBefore(period);
  const through = sameDayBefore(period, input.now);
  const [month, day] = [through.slice(0, 7), through.slice(8)];
  const tallies = monthsOf(before)
    .filter((one) => one <= month)
    .map((one) => {
      const tally = input.tallies.get(one) ?? emptyTally();
      return one < month ? tally : upTo(tally, day);
    });
  return new Shown({
    span: before.span,
    figures: byId(input.figures),
    tallies,
    isByDay: true,
    guarded: () => undefined,
    isGuarded: input.isGuarded,
  });
}

function upTo({ days }: Tally, day: string): Tally {
  const counted = Object.entries(days).flatMap(([one, counts]) =>
    one <= day ? [{ counts, days: {}, durations: {} }] : [],
  );
  return sumOf(counted);
}

/** Only whole quarters and years that are over: a number that grew by one would tell of one person. */
function guardedIn(input: ViewInput, period: Period, figureId: string): GuardedFigure | undefined {
  const figure = byId(input.figures).get(figureId);
  if (!figure || period.span === 'month' || isRunning(period, input.now)) return undefined;
  if (period.span === 'quarter') return ofQuarter(input, period, figure);
  const quarters = monthsOf(period)
    .filter((_, at) => at % 3 === 0)
    .map((month) => periodOf('quarter', month))
    .map((quarter) => ({
      input: guardedInput(input, quarter, figure),
      shown: ofQuarter(input, quarter, figure),
    }));
  return guardYear(guardedInput(input, period, figure), quarters, input.hide);
}

function ofQuarter(input: ViewInput, quarter: Period, figure: FigureDefinition): GuardedFigure {
  const months = monthsOf(quarter).map((from) => guardedInput(input, { span: 'month', from }, figure));
  return guardQuarter(guardedInput(input, quarter, figure), months, input.hide);
}

function guardedInput(input: ViewInput, period: Period, figure: FigureDefinition): GuardedInput {
  const { counts } = sumOf(talliesOf(input, period));
  const isWhole = input.isGuarded(figure);
  const dimensions = (figure.dimensions ?? []).filter((dimension) => isWhole || input.isGuarded(dimension));
  const { span } = period;
  return {
    total: counts[cellOf(figure, span)] ?? 0,
    isTotalPlain: !isWhole,
    dimensions: new Map(
      dimensions.map((dimension) => [
        dimension.id,
        { cells: cellsIn(counts, figure, { dimension, span }), values: dimension.values },
      ]),
    ),
  };
}

function talliesOf({ tallies }: ViewInput, period: Period): Tally[] {
  return monthsOf(period).map((month) => tallies.get(month) ?? emptyTally());
}

const byId = (figures: readonly FigureDefinition[]) => new Map(figures.map((figure) => [figure.id, figure]));
