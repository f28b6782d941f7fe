/** The numbers of a chart as a table, for readers who cannot see it or want exact values. */
import { type Language, textIn } from '../../text/catalogue.js';
import { number } from '../../text/numbers.js';
import type { ChartData } from './content.js';

export interface ChartTable {
  head: readonly string[];
  rows: readonly (readonly string[])[];
}

export function chartTable({ by, categories, series, unit }: ChartData, language: Language): ChartTable {
  const { hidden, none } = textIn(language).tab.chart;
  const written = (value: number | 'hidden' | undefined) => {
    if (value === undefined) return none;
    return value === 'hidden' ? hidden : number(value, language, unit);
  };
  return {
    head: [by, ...series.map(({ name }) => name)],
    rows: categories.map((category, at) => [category, ...series.map(({ values }) => written(values[at]))]),
  };
}
