/** Draws charts on the server. The library loads on first need: it takes half a second and 40 MB. */
import { BoundedCache } from '../../bounded-cache.js';
import { systemClock } from '../../clock.js';
import type { Language } from '../../text/catalogue.js';
import { number } from '../../text/numbers.js';
import type { ChartData, SeriesTone } from './content.js';

type Option = Record<string, unknown>;
type Draw = (option: Option, size: { width: number; height: number }) => string;

/** As wide as on a phone, where the letters are as tall as those of the text; pages with more room show charts side by side. */
const WIDTH = 360;
const HEIGHT = 250;
/**
 * In a chart of rows: of each row, of a line of the names beside them, and of the room for these. Letters are measured
 * without the font, which may be wider.
 */
const ROW = 42;
const NAMES = 112;
const NAMES_ROOM = 152;
const LETTERS = { fontSize: 14, color: 'var(--ink)' };
/** The page's style has so many colours: `--chart-1` and so on. */
const COLOURS = 6;
const TONES: Readonly<Record<SeriesTone, string>> = {
  good: 'var(--good)',
  warning: 'var(--warning)',
  attention: 'var(--bad)',
  neutral: 'var(--chart-5)',
};
/** Lines are told apart without colours, too. The signs stand for them in the legend. */
const SYMBOLS = [
  { symbol: 'circle', sign: '●' },
  { symbol: 'rect', sign: '■' },
  { symbol: 'triangle', sign: '▲' },
  { symbol: 'diamond', sign: '◆' },
] as const;

/** Who searches or leafs in a table sees the same charts again: some 10 KB and 10 ms each. */
const drawn = new BoundedCache<string>(systemClock, { entries: 300, ms: 3_600_000 });

let loading: Promise<Draw> | undefined;

/** Loads the library ahead of a page with charts. */
export async function prepareCharts(): Promise<void> {
  await ready();
}

/**
 * Draws a chart as an SVG element, in the colours of the page. It has no style or script inside, which the content
 * security policy would block. The page has the legend.
 * @param label read out instead of the picture; the same numbers stand in a table below.
 */
export async function chartSvg(data: ChartData, label: string, language: Language): Promise<string> {
  const draw = await ready();
  const height = data.shape === 'rows' ? ROW * (data.categories.length + 1) : HEIGHT;
  const key = JSON.stringify([data, language]);
  const svg = await drawn.get(key, async () =>
    plain(draw(optionOf(data, language), { width: WIDTH, height })),
  );
  return withLabel(svg, label);
}

function ready(): Promise<Draw> {
  loading ??= loadDraw();
  return loading;
}

/** The legend of each series: a sign, and the number of its colour or tone. */
export function legendOf({ shape, series }: ChartData): { sign: string; name: string; colour: string }[] {
  return series.map(({ name, tone }, at) => ({
    sign: shape === 'lines' ? symbolOf(at).sign : '■',
    name,
    colour: tone ?? `chart-${(at % COLOURS) + 1}`,
  }));
}

async function loadDraw(): Promise<Draw> {
  const [{ init, use }, { BarChart, LineChart }, { GridComponent }, features, { SVGRenderer }] =
    await Promise.all([
      import('echarts/core'),
      import('echarts/charts'),
      import('echarts/components'),
      import('echarts/features'),
      import('echarts/renderers'),
    ]);
  use([BarChart, LineChart, GridComponent, features.LegacyGridContainLabel, SVGRenderer]);
  return (option, size) => {
    const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
    try {
      chart.setOption(option);
      return chart.renderToSVGString();
    } finally {
      chart.dispose();
    }
  };
}

function optionOf(data: ChartData, language: Language): Option {
  const { shape, categories, unit = '' } = data;
  const isLying = shape === 'rows';
  const amount = (value: number) => number(value, language, unit);
  const axis = { axisLabel: LETTERS, axisLine: { lineStyle: { color: 'var(--line)' } } };
  const names = {
    ...axis,
    type: 'category',
    data: categories,
    axisTick: { show: false },
    // The largest first, from above.
    inverse: isLying,
    ...(isLying && { axisLabel: { ...LETTERS, width: NAMES, overflow: 'break' } }),
  };
  const amounts = {
    ...axis,
    type: 'value',
    minInterval: unit === '' ? 1 : undefined,
    // A chart of rows has the number at each bar.
    axisLabel: { ...LETTERS, show: !isLying, formatter: amount },
    splitLine: { show: !isLying, lineStyle: { color: 'var(--faint)' } },
  };
  return {
    animation: false,
    color: Array.from({ length: COLOURS }, (_, at) => `var(--chart-${at + 1})`),
    textStyle: { fontFamily: 'inherit', ...LETTERS },
    grid: isLying
      ? { left: NAMES_ROOM, right: 56, top: 4, bottom: 8 }
      : { left: 4, right: 16, top: 20, bottom: 8, containLabel: true },
    xAxis: isLying ? amounts : names,
    yAxis: isLying ? names : amounts,
    series: data.series.map((series, at) => seriesOf(shape, series, at, amount)),
  };
}

function seriesOf(
  shape: ChartData['shape'],
  { name, values, tone }: ChartData['series'][number],
  at: number,
  amount: (value: number) => string,
): Option {
  const common = { name, data: values.map((value) => shown(value) ?? null) };
  if (shape === 'lines') {
    const { symbol } = symbolOf(at);
    return { ...common, type: 'line', symbol, symbolSize: 9, lineStyle: { width: 3 } };
  }
  if (shape === 'stacked') {
    const itemStyle = { borderColor: 'var(--paper)', borderWidth: 1, ...(tone && { color: TONES[tone] }) };
    return { ...common, type: 'bar', barMaxWidth: 40, stack: 'all', itemStyle };
  }
  const label = { ...LETTERS, show: true, position: 'right' };
  const formatter = ({ value }: { value: number }) => amount(value);
  return { ...common, type: 'bar', barMaxWidth: 22, label: { ...label, formatter } };
}

const symbolOf = (at: number) => SYMBOLS[at % SYMBOLS.length] ?? SYMBOLS[0];

const shown = (value: number | 'hidden' | undefined): number | undefined =>
  value === 'hidden' ? undefined : value;

/** Turns inline styles into attributes, and drops parts for the library's browser script. */
function plain(svg: string): string {
  return svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ (ecmeta_\w+|class|pointer-events)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) =>
      style
        .split(';')
        .map((rule) => rule.split(':').map((part) => part.trim()))
        .filter(([name = '']) => name.startsWith('font-'))
        .map(([name = '', value = '']) => ` ${name}="${value}"`)
        .join(''),
    );
}

/** The size comes from the page, which makes it as wide as there is room. */
function withLabel(svg: string, label: string): string {
  const escaped = label.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return svg.replace(/^<svg width="\d+" height="\d+"/, `<svg role="img" aria-label="${escaped}"`);
}
