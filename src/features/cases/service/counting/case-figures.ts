/** What cases and their commitments count for the indicators: docs/indicators.md. */
import type { FigureDefinition, FigureSource } from '../../../../platform/figures/source.js';
import type { Policy } from '../../../../platform/policy/policy.js';
import type { Tables } from '../../../../platform/storage/tables.js';
import type { AxisOf } from '../../domain/facts.js';
import { factsIn } from '../../store/fact-rows.js';

export const CASE_FIGURES = 'cases';

const BY_DAY = { isByDay: true } as const;
const LEVEL = { id: 'level', ...BY_DAY };
const TIMELINESS = { id: 'timeliness', ...BY_DAY };
const dimensions = (...ids: string[]) => ids.map((id) => ({ id }));

const FIGURES: readonly FigureDefinition[] = [
  {
    id: 'cases.reported',
    ...BY_DAY,
    dimensions: [
      LEVEL,
      ...dimensions('axis', 'attribute', 'effort', 'source', 'topic', 'service', 'site', 'stage'),
      { id: 'area', isGuarded: true },
    ],
  },
  { id: 'cases.first-step', dimensions: dimensions('low', 'medium', 'high', 'waiting') },
  { id: 'cases.accepted', ...BY_DAY, dimensions: [LEVEL, TIMELINESS] },
  { id: 'cases.closed', ...BY_DAY, dimensions: [LEVEL, TIMELINESS, { id: 'outcome' }] },
  ...['climbed', 'lapsed', 'rejected', 'contested', 'reopened', 'withdrawn', 'lowered'].map((name) => ({
    id: `cases.${name}`,
    ...BY_DAY,
  })),
  { id: 'cases.protected', reader: 'protected' },
  { id: 'commitments.made', ...BY_DAY, dimensions: dimensions('kind') },
  { id: 'commitments.kept', ...BY_DAY, dimensions: [TIMELINESS] },
  { id: 'commitments.late', ...BY_DAY },
];

/** What counts with cases and is kept apart from them. */
export type CountedBeside = Pick<FigureSource, 'figures' | 'factsOf'> &
  Required<Pick<FigureSource, 'components'>>;

/** @param voices what reporters answered, which counts in the same months. */
export function caseFigures({ tables, voices }: { tables: Tables; voices: CountedBeside }): FigureSource {
  return {
    theme: CASE_FIGURES,
    figures: [...FIGURES, ...voices.figures],
    components: [
      { id: 'accepted-in-time', of: 'cases.accepted/timeliness/in-time', among: ['cases.accepted'] },
      { id: 'closed-in-time', of: 'cases.closed/timeliness/in-time', among: ['cases.closed'] },
      {
        id: 'commitments-in-time',
        of: 'commitments.kept/timeliness/in-time',
        among: ['commitments.kept/timeliness/in-time', 'commitments.late'],
      },
      ...voices.components,
    ],
    kept: 'cases',
    async *factsOf(month) {
      yield* factsIn(tables, month);
      yield* voices.factsOf(month);
    },
  };
}

/** The sections above those that a report touches. */
export function axesIn(policy: Policy): AxisOf {
  return (sectionId) => policy.find(sectionId)?.parentId;
}
