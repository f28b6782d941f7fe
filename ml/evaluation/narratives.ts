/** Scores the levels of narratives, of everyday stories, and of the exported corrections of leaders. */
import { z } from 'zod';
import { COMMANDS } from '../../src/commands.js';
import { LEVELS } from '../../src/platform/impact/assessment.js';
import { NO_FAILURE } from '../../src/platform/impact/impact-model.js';
import { loadAssess } from '../../src/platform/impact/load.js';
import { loadUnderstand } from '../../src/platform/understanding/load.js';
import { bad, good, type Report } from './report.js';
import { ratio, share } from './shares.js';

const KINDS = [...LEVELS, NO_FAILURE] as const;
const narratives = z.array(
  z.object({
    id: z.string(),
    text: z.string(),
    /** `none`: not a failure; the lowest level is correct for it. */
    level: z.enum(KINDS),
  }),
);

/** Undefined for a file of something else. */
export function evaluateNarratives(rows: readonly unknown[]): Report | undefined {
  const { data: told } = narratives.safeParse(rows);
  if (!told) return undefined;
  const assess = loadAssess();
  const understand = loadUnderstand(COMMANDS);
  const results = told.map((one) => ({
    told: one,
    found: assess(one.text),
    danger: understand(one.text, []).danger,
  }));
  const failures = results.filter(({ told }) => told.level !== NO_FAILURE);
  const harmless = results.filter(({ told }) => told.level === NO_FAILURE);
  const scores = LEVELS.map((level) => {
    const right = failures.filter(({ told, found }) => told.level === level && found.level === level).length;
    const wanted = failures.filter(({ told }) => told.level === level).length;
    const given = failures.filter(({ found }) => found.level === level).length;
    const f1 = right === 0 ? 0 : (2 * right) / (wanted + given);
    const line = `${level}: ${wanted} narratives, recall ${ratio(right, wanted)}, precision ${ratio(right, given)}, F1 ${f1.toFixed(3)}`;
    return { f1, line };
  });
  const grave = failures.filter(({ told }) => told.level === 'high');
  const isSilent = ({ found }: (typeof results)[number]) =>
    found.level !== 'high' && !found.urgent && found.reviews.length === 0;
  const isHigh = ({ found }: (typeof results)[number]) => found.level === 'high';
  const missed = grave.filter(isSilent);
  const calm = results.filter(({ told }) => told.level === 'low' || told.level === NO_FAILURE);
  const falseAlarms = (['low', NO_FAILURE] as const).map((kind) => {
    const ofKind = results.filter(({ told }) => told.level === kind);
    return `${kind} ${share(ofKind, isHigh)}`;
  });
  const danger = KINDS.map((kind) => {
    const ofKind = results.filter(({ told }) => told.level === kind);
    return `${kind} ${ofKind.filter((one) => one.danger).length} of ${ofKind.length}`;
  });
  const misses = failures.filter(({ told, found }) => told.level !== found.level);
  const lines = [
    ...scores.map(({ line }) => line),
    `macro-F1 ${(scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length).toFixed(3)}`,
    `high, and neither high, urgent nor in review: ${missed.length} of ${grave.length}`,
    `called high: ${falseAlarms.join(', ')}`,
    `low or no failure, and urgent ${share(calm, ({ found }) => found.urgent)}`,
    `in review ${share(failures, ({ found }) => found.reviews.length > 0)}`,
    ...(harmless.length > 0
      ? [
          `no failure: ${harmless.length}, lowest level ${share(harmless, ({ found }) => found.level === 'low')}`,
        ]
      : []),
    `taken for danger: ${danger.join(', ')}`,
    `\nMisses: ${misses.length}`,
    ...misses.map(({ told, found }) => {
      const why = found.reviews.length > 0 ? `, in review: ${found.reviews.join(', ')}` : '';
      return `  ${told.id} ${told.text}\n      ${found.level}${why}; wanted ${told.level}`;
    }),
  ];
  const figures = [
    good('level right', failures, ({ told, found }) => told.level === found.level),
    good('high called high', grave, isHigh),
    bad('high missed in silence', grave, isSilent),
    bad('low or none called high', calm, isHigh),
    bad('in review', failures, ({ found }) => found.reviews.length > 0),
  ].filter(({ of }) => of > 0);
  return { lines, figures };
}
