/** What the voices of reporters count for the indicators, with the cases: docs/indicators.md. */
import type { Fact, FigureDefinition } from '../../../platform/figures/source.js';
import { lineAbove } from '../../../platform/people/line.js';
import type { Directory } from '../../../platform/people/person.js';
import type { Case, CountedBeside } from '../../cases/index.js';
import { SATISFACTION } from '../domain/voice.js';
import type { Heard, Voice, Voices } from '../store/voices.js';

const FIGURES: readonly FigureDefinition[] = [
  {
    id: 'voice.answered',
    isGuarded: true,
    dimensions: [{ id: 'satisfied', isGuarded: true, values: SATISFACTION }],
  },
  { id: 'voice.retaliation', reader: 'protected', isGuarded: true },
];

/** What is counted with the cases. */
export function voiceFigures(voices: Pick<Voices, 'heardByCase'>): CountedBeside {
  return {
    figures: FIGURES,
    components: [{ id: 'satisfied', of: 'voice.answered/satisfied/yes', among: ['voice.answered'] }],
    async *factsOf(month) {
      for (const heard of (await voices.heardByCase(month)).values()) yield* heardFacts(heard);
    },
  };
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
