/** The share of people trained, by area and month, on the page «mi página» of the humanization team. */
import type { TabBlock, TabSection, TabView } from '../../../platform/pages/tab/content.js';
import { monthChoice } from '../../../platform/pages/tab/month-choice.js';
import { number } from '../../../platform/text/numbers.js';
import type { AreaCoverage, Coverage } from '../domain/coverage.js';
import { maySeeCoverage } from '../domain/permissions.js';
import type { MonthCoverage } from '../service/month-coverage.js';
import { textIn } from '../text/catalogue.js';

/** More bars are too many to compare; the table has all. */
const MOST_BARS = 12;

export function coverageSection({ monthCoverage }: { monthCoverage: MonthCoverage }): TabSection {
  return {
    id: 'cobertura',
    title: (language) => textIn(language).section.coverage,
    mayOpen: maySeeCoverage,
    read: async (view) => {
      const month = monthChoice(view);
      return { choices: [month], blocks: blocksOf(view, await monthCoverage.of(month.value)) };
    },
  };
}

function blocksOf(
  { language }: TabView,
  { sessions, coverage }: { sessions: number; coverage: Coverage },
): TabBlock[] {
  const { section, tab, trainings } = textIn(language);
  const { areas, trained, people, declared } = coverage;
  const named = areas.map((one) => ({ ...one, area: one.area || trainings.coverage.noArea }));
  const shown = [...named].sort((one, other) => shareOf(other) - shareOf(one)).slice(0, MOST_BARS);
  const { columns } = section;
  const figures = [
    {
      title: section.trained,
      value: number(trained, language),
      detail: number(shareOf(coverage), language, '%'),
    },
    { title: section.people, value: number(people, language) },
    { title: section.sessions, value: number(sessions, language) },
  ];
  const chart = {
    shape: 'rows',
    by: tab.columns.area,
    categories: shown.map(({ area }) => area),
    series: [{ name: columns.share, values: shown.map(shareOf) }],
    unit: '%',
  } as const;
  return [
    { kind: 'figures', figures },
    ...(trained > 0 ? [{ kind: 'chart', title: section.coverageBy, chart } as const] : []),
    {
      kind: 'table',
      id: 'areas',
      title: tab.columns.area,
      columns: [
        { title: tab.columns.area },
        { title: columns.people, isNumber: true },
        { title: columns.trained, isNumber: true },
        { title: columns.share, isNumber: true },
      ],
      rows: named.map((one) => ({
        cells: [
          { text: one.area },
          { text: number(one.people, language), sortBy: one.people },
          { text: number(one.trained, language), sortBy: one.trained },
          { text: number(shareOf(one), language, '%'), sortBy: shareOf(one) },
        ],
      })),
      empty: section.noCoverage,
      note: trainings.coverage.note(declared),
    },
  ];
}

/** In per cent, without decimals. */
const shareOf = ({ trained, people }: Pick<AreaCoverage, 'trained' | 'people'>): number =>
  people === 0 ? 0 : Math.round((100 * trained) / people);
