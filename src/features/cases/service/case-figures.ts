/** What cases, their commitments and the voices of reporters count for the indicators: docs/indicators.md. */
import type { Fact, FigureDefinition, FigureSource } from '../../../platform/figures/source.js';
import { lineAbove } from '../../../platform/people/line.js';
import type { Directory } from '../../../platform/people/person.js';
import type { Policy } from '../../../platform/policy/policy.js';
import type { Tables } from '../../../platform/storage/tables.js';
import type { Case } from '../domain/case.js';
import type { AxisOf } from '../domain/facts.js';
import { SATISFACTION } from '../domain/voice.js';
import { factsIn } from '../store/fact-rows.js';
import type { Heard, Voice, Voices } from '../store/voices.js';

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
  {
    id: 'voice.answered',
    isGuarded: true,
    dimensions: [{ id: 'satisfied', isGuarded: true, values: SATISFACTION }],
  },
  { id: 'voice.retaliation', reader: 'protected', isGuarded: true },
];

export function caseFigures({ tables, voices }: { tables: Tables; voices: Voices }): FigureSource {
  return {
    theme: CASE_FIGURES,
    figures: FIGURES,
    components: [
      { id: 'accepted-in-time', of: 'cases.accepted/timeliness/in-time', among: ['cases.accepted'] },
      { id: 'closed-in-time', of: 'cases.closed/timeliness/in-time', among: ['cases.closed'] },
      {
        id: 'commitments-in-time',
        of: 'commitments.kept/timeliness/in-time',
        among: ['commitments.kept/timeliness/in-time', 'commitments.late'],
      },
      { id: 'satisfied', of: 'voice.answered/satisfied/yes', among: ['voice.answered'] },
    ],
    kept: 'cases',
    async *factsOf(month) {
      yield* factsIn(tables, month);
      for (const heard of (await voices.heardByCase(month)).values()) yield* heardFacts(heard);
    },
  };
}

/** The sections above those that a report touches. */
export function axesIn(policy: Policy): AxisOf {
  return (sectionId) => policy.find(sectionId)?.parentId;
}

/** What of an answer counts; of trouble for having reported, nothing that says where. */
export function heardFacts({ satisfied, retaliation, area, line, isProtected }: Heard): Fact[] {
  const facts: Fact[] = [];
  if (retaliation) facts.push({ scopes: [{ kind: 'protected' }], cells: { 'voice.retaliation': 1 } });
  if (isProtected) return facts;
  const scopes: Fact['scopes'] = [
    { kind: 'all' },
    ...(area ? [{ kind: 'area' as const, area }] : []),
    ...line.map((leaderId) => ({ kind: 'line' as const, leaderId })),
  ];
  return [...facts, { scopes, cells: { 'voice.answered': 1, [`voice.answered/satisfied/${satisfied}`]: 1 } }];
}

/** An answer as it counts: in the line of the leader who closed the case, as the directory has it now. */
export async function heardOf(
  directory: Directory,
  { area, protectedBy, reporterId, excludedIds }: Case,
  { answer, leaderId }: Pick<Voice, 'answer' | 'leaderId'>,
): Promise<Heard> {
  const closer = leaderId ? await directory.find(leaderId) : undefined;
  const line = [...(leaderId ? [leaderId] : []), ...(await lineAbove(directory, closer)).map(({ id }) => id)];
  return {
    satisfied: answer?.satisfied ?? 'partly',
    retaliation: answer?.retaliation ?? false,
    area,
    line: line.filter((id) => id !== reporterId && !excludedIds.includes(id)),
    isProtected: protectedBy !== undefined,
  };
}
