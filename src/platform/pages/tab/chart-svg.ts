/** Draws charts on the server. The library is loaded with the first chart: it takes half a second and 40 MB. */
import type { Language } from '../../text/catalogue.js';
import { number } from '../../text/numbers.js';
import type { ChartData } from './content.js';

type Option = Record<string, unknown>;
type Draw = (option: Option, size: { width: number; height: number }) => string;

const WIDTH = 640;
const HEIGHT = 320;
/** The page's style has so many colours: `--chart-1` and so on. */
const COLOURS = 6;
const INK = 'var(--ink)';

let loading: Promise<Draw> | undefined;

/**
 * Draws a chart as an SVG element, in the colours of the page. It has no style or script inside, which the content
 * security policy would block.
 * @param label read out instead of the picture; the same numbers stand in a table below.
 */
export async function chartSvg(data: ChartData, label: string, language: Language): Promise<string> {
  loading ??= loadDraw();
  const draw = await loading;
  const svg = draw(optionOf(data, language), { width: WIDTH, height: HEIGHT });
  return withLabel(plain(svg), label);
}

async function loadDraw(): Promise<Draw> {
  const [{ init, use }, { BarChart, LineChart, PieChart }, parts, features, { SVGRenderer }] =
    await Promise.all([
      import('echarts/core'),
      import('echarts/charts'),
      import('echarts/components'),
      import('echarts/features'),
      import('echarts/renderers'),
    ]);
  const { GridComponent, LegendComponent } = parts;
  const { LegacyGridContainLabel } = features;
  use([BarChart, LineChart, PieChart, GridComponent, LegendComponent, LegacyGridContainLabel, SVGRenderer]);
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
  const common = {
    animation: false,
    color: Array.from({ length: COLOURS }, (_, at) => `var(--chart-${at + 1})`),
    textStyle: { fontFamily: 'inherit', fontSize: 13, color: INK },
    legend: { show: data.series.length > 1, bottom: 0, textStyle: { color: INK, fontSize: 13 } },
  };
  return data.shape === 'donut'
    ? { ...common, ...donut(data, language) }
    : { ...common, ...onAxes(data, language) };
}

function donut({ categories, series: [first] }: ChartData, language: Language): Option {
  const parts = categories.map((name, at) => ({ name, value: shown(first?.values[at]) ?? 0 }));
  return {
    series: {
      type: 'pie',
      radius: ['45%', '72%'],
      label: {
        color: INK,
        fontSize: 13,
        formatter: ({ name, value }: { name: string; value: number }) =>
          `${name}: ${number(value, language)}`,
      },
      itemStyle: { borderColor: 'var(--paper)', borderWidth: 2 },
      data: parts.filter(({ value }) => value > 0),
    },
  };
}

function onAxes({ shape, categories, series, unit = '' }: ChartData, language: Language): Option {
  const axis = { axisLabel: { color: INK, fontSize: 13 }, axisLine: { lineStyle: { color: 'var(--line)' } } };
  const amount = (value: number) => number(value, language, unit);
  return {
    grid: { left: 8, right: 12, top: 24, bottom: series.length > 1 ? 40 : 8, containLabel: true },
    xAxis: { ...axis, type: 'category', data: categories, axisTick: { show: false } },
    yAxis: {
      ...axis,
      type: 'value',
      minInterval: unit === '' ? 1 : undefined,
      axisLabel: { ...axis.axisLabel, formatter: amount },
      splitLine: { lineStyle: { color: 'var(--faint)' } },
    },
    series: series.map(({ name, values }, at) => ({
      name,
      data: values.map((value) => shown(value) ?? null),
      ...(shape === 'lines'
        ? { type: 'line', symbol: SYMBOLS[at % SYMBOLS.length], symbolSize: 9, lineStyle: { width: 3 } }
        : { type: 'bar', barMaxWidth: 48, stack: shape === 'stacked' ? 'all' : undefined }),
      // A stacked part may be too low for its number; the table has it.
      label: {
        show: shape !== 'stacked' && series.length === 1,
        position: 'top',
        color: INK,
        fontSize: 13,
        formatter: ({ value }: { value: number }) => amount(value),
      },
      itemStyle: { borderColor: 'var(--paper)', borderWidth: shape === 'stacked' ? 1 : 0 },
    })),
  };
}

/** Lines are told apart without colours, too. */
const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'];

const shown = (value: number | 'hidden' | undefined): number | undefined =>
  value === 'hidden' ? undefined : value;

/** Turns inline styles into attributes, and drops what is for the library's script in a browser. */
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
