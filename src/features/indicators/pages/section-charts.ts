/** The charts of a theme: its months side by side, durations, and the parts of the period. */
import type { Shown } from '../../../platform/figures/shown.js';
import type { Dimension, FigureDefinition } from '../../../platform/figures/source.js';
import type { FiguresView } from '../../../platform/figures/view.js';
import type { ChartData, SeriesTone, TabChart } from '../../../platform/pages/tab/content.js';
import { shortMonth } from '../../../platform/text/dates.js';
import { named, themeOf } from '../cards/figure-sheets.js';
import { periodTitle } from '../cards/period-names.js';
import { type Language, textIn } from '../text/catalogue.js';

const LEVELS: Readonly<Record<'high' | 'medium' | 'low' | 'waiting', SeriesTone>> = {
  high: 'attention',
  medium: 'warning',
  low: 'good',
  waiting: 'neutral',
};
/** Of what is told by these, the period is drawn. */
const DRAWN = 'attribute effort service site stage source area outcome kind satisfied section chosen'.split(
  ' ',
);
const TIMED = ['cases.accepted', 'cases.closed'] as const;
/** More lines cannot be told apart. */
const MOST_LINES = 4;
/** More bars are too many to compare. */
const MOST_BARS = 8;
const MINUTES_IN_HOUR = 60;

type Months = FiguresView['months'];
type Series = ChartData['series'][number];

export function chartsOf(theme: string, view: FiguresView, language: Language): TabChart[] {
  const figures = view.figures.filter((figure) => themeOf(figure) === theme);
  return [
    ...overMonths(theme, figures, view.months, language),
    ...figures.flatMap((figure) => times(figure, view.months, language)),
    ...figures.flatMap((figure) =>
      (figure.dimensions ?? []).flatMap((dimension) => parts(figure, dimension, view, language)),
    ),
  ];
}

/** Of cases one column a month, by level; of other themes a line for each figure. */
function overMonths(
  theme: string,
  figures: readonly FigureDefinition[],
  months: Months,
  language: Language,
): TabChart[] {
  const { sheet, page, level } = textIn(language).indicators;
  const [first] = figures;
  const isByLevel = first?.dimensions?.some(({ id }) => id === 'level');
  if (first && isByLevel) {
    const levels = Object.keys(LEVELS) as (keyof typeof LEVELS)[];
    const series = levels.map((one) => ({
      name: level[one],
      tone: LEVELS[one],
      values: valuesOf(months, (shown) => shown.cell(`${first.id}/level/${one}`)),
    }));
    return trend(page.byMonth(named(sheet.figures, first.id)), 'stacked', { series, months }, language);
  }
  const counted = figures.filter(({ kind }) => kind !== 'latest').slice(0, MOST_LINES);
  const series = counted.map(({ id }) => ({
    name: named(sheet.figures, id),
    values: valuesOf(months, (shown) => shown.count(id)),
  }));
  return trend(page.byMonth(named(sheet.themes, theme)), 'lines', { series, months }, language);
}

function times({ id }: FigureDefinition, months: Months, language: Language): TabChart[] {
  const timed = TIMED.find((one) => one === id);
  if (!timed) return [];
  const { page } = textIn(language).indicators;
  const series = (['median', 'p90'] as const).map((which) => ({
    name: which === 'median' ? page.half : page.most,
    values: valuesOf(months, (shown) => hours(shown.times(id)?.[which])),
  }));
  return trend(page.byMonth(page.times[timed]), 'lines', { series, months }, language, 'h');
}

/** From the first month with any count on. One month alone is no trend. */
function trend(
  title: string,
  shape: ChartData['shape'],
  { series, months }: { series: readonly Series[]; months: Months },
  language: Language,
  unit?: string,
): TabChart[] {
  const first = months.findIndex((_, at) => series.some(({ values }) => isSomething(values[at])));
  if (first < 0 || months.length - first < 2) return [];
  const chart: ChartData = {
    shape,
    by: textIn(language).tab.month,
    categories: months.slice(first).map(({ month }) => shortMonth(month, language)),
    series: series.map((one) => ({ ...one, values: one.values.slice(first) })),
    unit,
  };
  return [{ kind: 'chart', title, chart }];
}

function parts(
  figure: FigureDefinition,
  dimension: Dimension,
  { now, period }: FiguresView,
  language: Language,
): TabChart[] {
  const values = now.by(figure.id, dimension.id);
  if (!DRAWN.includes(dimension.id) || values.length < 2) return [];
  const { page, sheet } = textIn(language).indicators;
  const largest = values.slice(0, MOST_BARS);
  const [name, by] = [named(sheet.figures, figure.id), named(sheet.dimensions, dimension.id)];
  const chart: ChartData = {
    shape: 'rows',
    by,
    categories: largest.map(({ value }) => dimension.nameOf?.(value, language) ?? value),
    series: [{ name, values: largest.map(({ count }) => count) }],
  };
  const notes = [
    ...(values.length > largest.length ? [page.largest(largest.length, values.length)] : []),
    ...(isPartHidden(figure, dimension, now) ? [page.notAll] : []),
  ];
  const title = page.by(name, by, periodTitle(period, language));
  return [{ kind: 'chart', title, chart, ...(notes.length > 0 && { note: notes.join(' ') }) }];
}

/** Each fact has one value of a guarded dimension, so a missing value is hidden. */
function isPartHidden(figure: FigureDefinition, dimension: Dimension, now: Shown): boolean {
  if (!figure.isGuarded && !dimension.isGuarded) return false;
  const sum = now.by(figure.id, dimension.id).reduce((all, { count }) => all + count, 0);
  return now.count(figure.id) !== sum;
}

const valuesOf = (months: Months, of: (shown: Shown) => Series['values'][number]): Series['values'] =>
  months.map(({ shown }) => of(shown));
const isSomething = (value: Series['values'][number]) => typeof value === 'number' && value > 0;
const hours = (minutes: number | undefined) =>
  minutes === undefined ? undefined : Math.round((minutes / MINUTES_IN_HOUR) * 10) / 10;
