/** The narratives that the impact models learn from: `ml/narratives/`. */
import { z } from 'zod';
import { CLAUSES, type Clause, LEVELS, type Level } from '../../src/platform/impact/assessment.js';
import { EFFORTS } from '../../src/platform/impact/failure.js';
import { ROOT } from '../../src/platform/root.js';
import { words } from '../../src/platform/text/fold.js';
import { readJsonLines } from './json-lines.js';

const FOLDER = `${ROOT}ml/narratives/`;

const MARKS = [
  'child',
  'older',
  'disabled',
  'sexual',
  'self_harm',
  'danger_now',
  'discrimination',
  'medical',
] as const;

const text = z.string().trim().min(2);
const narrativeOf = (level: Level) =>
  z.strictObject({
    text,
    rule: z.enum(CLAUSES[level] as readonly [Clause, ...Clause[]]),
    topic: z.enum(['information', 'behaviour']),
    efforts: z.array(z.enum(EFFORTS)),
    touches: z.array(z.string()),
    marks: z.array(z.enum(MARKS)),
    span: z.string().optional(),
  });

export interface Narrative {
  text: string;
  level: Level;
  rule: Clause;
  topic: 'information' | 'behaviour';
  efforts: (typeof EFFORTS)[number][];
  touches: string[];
  marks: (typeof MARKS)[number][];
  /** The words of the text that decide, where its writer named them. */
  span?: string | undefined;
}

export interface Narratives {
  failures: Narrative[];
  /** Messages that tell of no failure. */
  none: string[];
}

/** Who calls for help is short. */
const CALL_WORDS = 12;

/** Whether a narrative only tells: a few grave words, or the story of somebody who may still be in danger, may be a call for help. */
export function isOver({ text, level, marks }: Pick<Narrative, 'text' | 'level' | 'marks'>): boolean {
  const mayBeCall = level === 'high' && words(text).length <= CALL_WORDS;
  return !mayBeCall && !marks.includes('self_harm') && !marks.includes('danger_now');
}

const read = <T>(folder: string, name: string, schema: z.ZodType<T>) =>
  readJsonLines(`${folder}${name}.jsonl`, `ml/narratives/${name}.jsonl`, schema);

/** @throws ContentError naming the file and line of the mistake. */
export function readNarratives(folder = FOLDER): Narratives {
  const failures = LEVELS.flatMap((level) =>
    read(folder, level, narrativeOf(level)).map((narrative): Narrative => ({ ...narrative, level })),
  );
  return { failures, none: read(folder, 'none', z.strictObject({ text })).map((item) => item.text) };
}

/**
 * Ordinary failures in the words of grave ones: a bed that was not made, a child who waits.
 * @throws ContentError naming the file and line of the mistake.
 */
export const readOrdinary = (folder = FOLDER): string[] =>
  read(folder, 'ordinary', z.strictObject({ text })).map((item) => item.text);
