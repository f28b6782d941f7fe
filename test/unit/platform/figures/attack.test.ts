import assert from 'node:assert/strict';
import { type Hide, hideDerivable, hideSmall } from '../../../../src/platform/figures/guarding.js';
import { monthsOf, type Period, periodOf } from '../../../../src/platform/figures/period.js';
import { readerOf } from '../../../../src/platform/figures/readers.js';
import type { Shown } from '../../../../src/platform/figures/shown.js';
import type { FigureDefinition } from '../../../../src/platform/figures/source.js';
import type { Tally } from '../../../../src/platform/figures/tally.js';
import { viewOf } from '../../../../src/platform/figures/view.js';
import { boundsOf, type Equation } from '../../../support/attack.js';
import { seeded } from '../../../support/random.js';

const SCOPE = { kind: 'line', leaderId: 'luis' } as const;
const NOW = new Date('2028-06-15T12:00:00Z');
const MONTHS = monthsOf({ span: 'year', from: '2026-01' });
const QUARTERS = ['2026-01', '2026-04', '2026-07', '2026-10'].map((month) => periodOf('quarter', month));
const YEAR: Period = { span: 'year', from: '2026-01' };
const PERIODS = [...MONTHS.map((from): Period => ({ span: 'month', from })), ...QUARTERS, YEAR];

/** The total is known to who reads it; the areas are not. */
const BY_AREA: FigureDefinition = { id: 'cases', dimensions: [{ id: 'area', isGuarded: true }] };
const AREAS = ['north', 'south', 'east', 'west'];
/** Neither is known. */
const VOICE: FigureDefinition = {
  id: 'voice',
  isGuarded: true,
  dimensions: [{ id: 'satisfied', isGuarded: true, values: ['yes', 'partly', 'no'] }],
};

/** How many of each value in each month. */
type Truth = ReadonlyMap<string, Readonly<Record<string, number>>>;
interface Asked {
  figure: FigureDefinition;
  values: readonly string[];
  truth: Truth;
  hide: Hide;
}

/** The hidden numbers below five that are not open from 0 to 4, or to what is known of the whole where that is less. */
function leaksOf({ figure, values, truth, hide }: Asked): string[] {
  const dimension = figure.dimensions?.[0]?.id ?? '';
  const isPlain = !figure.isGuarded;
  const cell = (month: string, value: string) => `${month} ${value}`;
  const cellsOf = (period: Period, of: readonly string[]) =>
    monthsOf(period).flatMap((month) => of.map((value) => cell(month, value)));
  const sumOf = (period: Period, of: readonly string[]) =>
    monthsOf(period).reduce(
      (sum, month) => sum + of.reduce((all, value) => all + (truth.get(month)?.[value] ?? 0), 0),
      0,
    );
  const shown: Equation[] = [];
  const hidden: { period: Period; of: readonly string[] }[] = [];
  for (const period of PERIODS) {
    const seen = seenIn(period, { figure, values, truth, hide });
    const total = seen.count(figure.id);
    if (typeof total === 'number') shown.push({ cells: cellsOf(period, values), sum: total });
    else hidden.push({ period, of: values });
    const counts = new Map(seen.by(figure.id, dimension).map(({ value, count }) => [value, count]));
    for (const value of values) {
      const count = counts.get(value);
      if (count === undefined) hidden.push({ period, of: [value] });
      else shown.push({ cells: cellsOf(period, [value]), sum: count });
    }
  }
  return hidden.flatMap(({ period, of }) => {
    if (sumOf(period, of) >= 5) return [];
    const { least, most } = boundsOf(cellsOf(period, of), shown);
    const open = isPlain ? Math.min(4, sumOf(period, values)) : 4;
    return least > 0 || most < open
      ? [`${period.span} ${period.from} ${of}: from ${least} to ${most}, and it is ${sumOf(period, of)}`]
      : [];
  });
}

function seenIn(period: Period, { figure, truth, hide }: Asked): Shown {
  const dimension = figure.dimensions?.[0]?.id ?? '';
  const tallies = new Map(
    [...truth].map(([month, counts]): [string, Tally] => {
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
      const cells = Object.entries(counts).map(([value, count]) => [
        `${figure.id}/${dimension}/${value}`,
        count,
      ]);
      return [
        month,
        { counts: { [figure.id]: total, ...Object.fromEntries(cells) }, days: {}, durations: {} },
      ];
    }),
  );
  const { isGuarded } = readerOf(SCOPE);
  const input = { scope: SCOPE, period, now: NOW, tallies, figures: [figure], components: [] };
  return viewOf({ ...input, isGuarded, hide }).now;
}

function someYear(seed: number, values: readonly string[]): Truth {
  const random = seeded(seed);
  const most = 1 + random() * 9;
  const rare = values.map(() => random() ** 2);
  return new Map(
    MONTHS.map((month) => [
      month,
      Object.fromEntries(
        values.map((value, at) => [
          value,
          Math.floor(random() * most * (rare[at] ?? 0)) + (random() < 0.1 ? 5 : 0),
        ]),
      ),
    ]),
  );
}

const each = (counts: Readonly<Record<string, number>>): Truth =>
  new Map(MONTHS.map((month) => [month, counts]));
const quarterly = (...of: Readonly<Record<string, number>>[]): Truth =>
  new Map(MONTHS.map((month, at) => [month, at % 3 === 0 ? (of[at / 3] ?? {}) : {}]));

const YEARS: [string, Pick<Asked, 'figure' | 'values'> & { truth: Truth }][] = [
  ['everybody works in one area', { figure: BY_AREA, values: AREAS, truth: each({ north: 4 }) }],
  ['one area besides a big one', { figure: BY_AREA, values: AREAS, truth: each({ north: 9, south: 1 }) }],
  [
    'two busy months whose sums are known',
    {
      figure: BY_AREA,
      values: AREAS,
      truth: new Map(MONTHS.slice(0, 2).map((month) => [month, { north: 4, south: 1, east: 1 }])),
    },
  ],
  [
    'a quiet year with one loud quarter',
    {
      figure: BY_AREA,
      values: AREAS,
      truth: quarterly({ north: 2, south: 1, east: 1 }, { north: 20, south: 3, east: 3 }, { south: 1 }),
    },
  ],
  ['everybody is satisfied', { figure: VOICE, values: ['yes', 'partly', 'no'], truth: each({ yes: 4 }) }],
  [
    'one is not satisfied',
    { figure: VOICE, values: ['yes', 'partly', 'no'], truth: quarterly({ yes: 9, no: 1 }, { yes: 6 }) },
  ],
  [
    'three quarters with voices and one with few',
    {
      figure: VOICE,
      values: ['yes', 'partly', 'no'],
      truth: quarterly({ yes: 9, no: 7 }, { yes: 6 }, { yes: 6, no: 5 }, { yes: 2 }),
    },
  ],
  ...Array.from({ length: 12 }, (_, seed): (typeof YEARS)[number] => [
    `some year ${seed}`,
    seed % 2 === 0
      ? { figure: BY_AREA, values: AREAS, truth: someYear(seed, AREAS) }
      : { figure: VOICE, values: ['yes', 'partly', 'no'], truth: someYear(seed, ['yes', 'partly', 'no']) },
  ]),
];

describe('an attack on hidden figures', () => {
  for (const [name, year] of YEARS) {
    it(`leaves every small number open, over all periods: ${name}`, () => {
      assert.deepEqual(leaksOf({ ...year, hide: hideDerivable }), []);
    });
  }

  it('finds numbers when only the small ones are hidden', () => {
    const found = YEARS.filter(([, year]) => leaksOf({ ...year, hide: hideSmall }).length > 0);
    assert.ok(found.length > YEARS.length / 2, `${found.length} of ${YEARS.length}`);
  });

  it('shows what is large enough', () => {
    const truth = quarterly({ yes: 20, partly: 8, no: 9 }, { yes: 7 }, { yes: 9, no: 4, partly: 1 });
    const asked = { figure: VOICE, values: ['yes', 'partly', 'no'], truth, hide: hideDerivable };
    const [first, second, third] = QUARTERS.map((quarter) => seenIn(quarter, asked));
    assert.deepEqual(
      [first?.by('voice', 'satisfied').map(({ count }) => count), first?.count('voice')],
      [[20, 9, 8], 37],
    );
    assert.deepEqual([second?.by('voice', 'satisfied'), second?.count('voice')], [[], 7]);
    assert.deepEqual(third?.by('voice', 'satisfied'), [{ value: 'yes', count: 9 }]);
  });
});
