/** The charts of a card: Teams draws them on desktop and web; elsewhere their fallback says the same numbers. */
import { z } from 'zod';
import { plain } from '../../../platform/cards/fields.js';
import type { FiguresView } from '../../../platform/figures/view.js';
import { shortMonth } from '../../../platform/text/dates.js';
import { type Language, textIn } from '../text/catalogue.js';

const point = z.object({ x: plain, y: z.number() });
/** A chart, and each of its numbers in words. Not shown without data. */
const chart = <Data extends z.ZodType>(data: Data) => z.object({ data: z.array(data), words: plain });

export const charts = z.object({
  months: chart(point),
  levels: chart(z.object({ legend: plain, value: z.number(), color: plain })),
  attributes: chart(point),
});

/** Teams' names of colours: the ones that the levels have everywhere. */
const LEVELS = { high: 'attention', medium: 'warning', low: 'good', waiting: 'neutral' } as const;
const MOST_ATTRIBUTES = 5;
const BETWEEN = ' · ';

export function chartsOf(
  { now, months }: Pick<FiguresView, 'now' | 'months'>,
  titleOf: (sectionId: string) => string,
  language: Language,
): z.input<typeof charts> {
  const text = textIn(language).indicators;
  const words = (points: readonly { label: string; count: number }[]) =>
    points.map(({ label, count }) => text.chart.point(label, count));
  const trend = sinceTheFirst(months).map(({ month, count }) => ({
    label: shortMonth(month, language),
    count,
  }));
  const byLevel = new Map(now.by('cases.reported', 'level').map(({ value, count }) => [value, count]));
  const levels = (Object.keys(LEVELS) as (keyof typeof LEVELS)[])
    .map((level) => ({ level, label: text.level[level], count: byLevel.get(level) ?? 0 }))
    .filter(({ count }) => count > 0);
  const named = now
    .by('cases.reported', 'attribute')
    .map(({ value, count }) => ({ label: titleOf(value), count }));
  const attributes = named.slice(0, MOST_ATTRIBUTES);
  const rest = named.length - attributes.length;
  return {
    months: {
      data: trend.map(({ label, count }) => ({ x: label, y: count })),
      words: words(trend).join(BETWEEN),
    },
    levels: {
      data: levels.map(({ level, label, count }) => ({ legend: label, value: count, color: LEVELS[level] })),
      words: words(levels).join(BETWEEN),
    },
    attributes: {
      data: attributes.map(({ label, count }) => ({ x: label, y: count })),
      words: [...words(attributes), ...(rest > 0 ? [text.chart.rest(rest)] : [])].join(BETWEEN),
    },
  };
}

/** The months from the first case on: earlier ones have no counts. One month alone is no trend. */
function sinceTheFirst(months: FiguresView['months']): { month: string; count: number }[] {
  const counts = months.flatMap(({ month, shown }) => {
    const count = shown.count('cases.reported');
    return typeof count === 'number' ? [{ month, count }] : [];
  });
  const first = counts.findIndex(({ count }) => count > 0);
  const trend = first < 0 ? [] : counts.slice(first);
  return trend.length > 1 ? trend : [];
}
