/** Figures as a workbook: main findings first, a sheet for each theme, and the months side by side. */
import type { Count, Shown } from '../../../platform/figures/shown.js';
import type { Dimension, FigureDefinition } from '../../../platform/figures/source.js';
import type { Cell, Sheet } from '../../../platform/sheets/sheet.js';
import { shortMonth } from '../../../platform/text/dates.js';
import { number } from '../../../platform/text/numbers.js';
import { type Language, textIn } from '../text/catalogue.js';
import { compositeOf, rateName } from './facts.js';
import { findingWords } from './findings-words.js';
import { type IndicatorsView, scopeName } from './indicators-card.js';
import { daysOf, periodName, periodTitle } from './period-names.js';

export interface SheetNames {
  titleOf: (sectionId: string) => string;
}

const MINUTES_IN_HOUR = 60;

export function figureSheets(
  { titleOf }: SheetNames,
  shown: IndicatorsView,
  now: Date,
  language: Language,
): Sheet[] {
  const { view } = shown;
  return [
    summary(shown, { titleOf, now, language }),
    ...themesOf(view).map((theme) => themeSheet(theme, shown, now, language)),
    monthByMonth(view, language),
  ];
}

function summary(
  { asked, view, comparison }: IndicatorsView,
  words: SheetNames & { now: Date; language: Language },
): Sheet {
  const { language } = words;
  const { ofPeriod, note, sheet } = textIn(language).indicators;
  return {
    title: sheet.summary,
    head: [ofPeriod(periodTitle(asked.period, language))],
    rows: [
      scopeName(asked.scope, language),
      daysOf(view, language),
      ...asked.notes.map((one) => note[one]),
      ...findingWords(view, comparison, words),
      sheet.hiddenMeaning,
    ]
      .map((line): Cell[] => [line])
      .concat(rates(view, language)),
  };
}

/** The parts of the humanización indicator, and the indicator itself if it is on. */
function rates({ rates: all, composite }: IndicatorsView['view'], language: Language): Cell[][] {
  const { composite: title, more } = textIn(language).indicators;
  const lines = all.map(({ id, of, among }): Cell[] => [
    rateName(id, language),
    number(Math.round((100 * of) / among), language, '%'),
    more.of(of, among),
  ]);
  const whole = composite && compositeOf(composite, language);
  return whole ? [...lines, [title, whole.value, whole.detail]] : lines;
}

/** The themes of which the reader sees figures. */
export const themesOf = ({ figures }: Pick<IndicatorsView['view'], 'figures'>): string[] => [
  ...new Set(figures.map(themeOf)),
];

/** A row for each figure and each of its values, with the previous period. */
export function themeSheet(theme: string, { view }: IndicatorsView, now: Date, language: Language): Sheet {
  const { sheet } = textIn(language).indicators;
  const before = periodName(view.before.period, now, language);
  const both = (count: (shown: Shown) => Count): Cell[] =>
    [view.now, view.before.shown].map((shown) => cellOf(count(shown), language));
  return {
    title: named(sheet.themes, theme),
    head: [
      ...sheet.columns,
      periodTitle(view.period, language),
      view.before.isSameDays ? sheet.sameDays(before) : before,
    ],
    rows: view.figures
      .filter((figure) => themeOf(figure) === theme)
      .flatMap((figure) => [
        [named(sheet.figures, figure.id), '', '', ...both((shown) => shown.count(figure.id))],
        ...(figure.dimensions ?? []).flatMap((dimension) => byValue(figure, dimension)),
        ...times(figure, view, language),
      ]),
  };

  function byValue(figure: FigureDefinition, dimension: Dimension): Cell[][] {
    const values = [view.now, view.before.shown].flatMap((shown) => shown.by(figure.id, dimension.id));
    return [...new Set(values.map(({ value }) => value))].map((value) => [
      named(sheet.figures, figure.id),
      named(sheet.dimensions, dimension.id),
      dimension.nameOf?.(value, language) ?? value,
      ...both((shown) => shown.cell(`${figure.id}/${dimension.id}/${value}`)),
    ]);
  }
}

/** How long it took, in hours: half of them at most, and nine in ten at most. */
function times({ id }: FigureDefinition, view: IndicatorsView['view'], language: Language): Cell[][] {
  const { sheet } = textIn(language).indicators;
  const [now, before] = [view.now.times(id), view.before.shown.times(id)];
  if (!now && !before) return [];
  const hours = (minutes: number | undefined): Cell =>
    minutes === undefined ? '' : Math.round((minutes / MINUTES_IN_HOUR) * 10) / 10;
  return (['median', 'p90'] as const).map((which) => [
    named(sheet.figures, id),
    sheet.time,
    sheet[which],
    hours(now?.[which]),
    hours(before?.[which]),
  ]);
}

function monthByMonth({ figures, months }: IndicatorsView['view'], language: Language): Sheet {
  const { sheet } = textIn(language).indicators;
  return {
    title: sheet.months,
    head: [sheet.columns[0] ?? '', ...months.map(({ month }) => shortMonth(month, language))],
    rows: figures.map(({ id }) => [
      named(sheet.figures, id),
      ...months.map(({ shown }) => cellOf(shown.count(id), language)),
    ]),
  };
}

export const themeOf = ({ id }: FigureDefinition) => id.slice(0, id.indexOf('.'));

/** Unknown values stay empty. */
function cellOf(count: Count, language: Language): Cell {
  return count === 'hidden' ? textIn(language).indicators.hidden : (count ?? '');
}

/** A name from the catalogue; the id where it has none, as for a figure that is newer than its words. */
export const named = (names: Readonly<Record<string, string>>, id: string): string => names[id] ?? id;
