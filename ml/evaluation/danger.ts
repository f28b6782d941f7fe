/** Scores a file of messages of which some tell of danger, by kind, each read alone. */
import { z } from 'zod';
import { COMMANDS } from '../../src/commands.js';
import { loadUnderstand } from '../../src/platform/understanding/load.js';
import { helps } from './intent-scores.js';
import { bad, good, type Report } from './report.js';
import { share } from './shares.js';

const dangerRows = z.array(
  z.object({
    id: z.string(),
    text: z.string(),
    danger: z.enum(['emergency', 'distress']).nullable(),
    kind: z.string(),
  }),
);

/** Undefined for a file of something else. */
export function evaluateDanger(rows: readonly unknown[]): Report | undefined {
  const { data } = dangerRows.safeParse(rows);
  if (!data) return undefined;
  const understand = loadUnderstand(COMMANDS);
  const heard = data.map((row) => ({ row, isHelped: helps(understand(row.text, [])) }));
  const isHelped = ({ isHelped }: (typeof heard)[number]) => isHelped;
  const calls = heard.filter(({ row }) => row.danger !== null);
  const harmless = heard.filter(({ row }) => row.danger === null);
  const byKind = (some: typeof heard) =>
    [...new Set(some.map(({ row }) => row.kind))].map((kind) => {
      const ofKind = some.filter(({ row }) => row.kind === kind);
      return `  ${kind}: ${ofKind.length}, taken for danger ${share(ofKind, isHelped)}`;
    });
  const lines = [
    `danger: ${calls.length}, seen ${share(calls, isHelped)}`,
    ...byKind(calls),
    `no danger: ${harmless.length}, taken for danger ${share(harmless, isHelped)}`,
    ...byKind(harmless),
    '\nMisses:',
    ...heard
      .filter(({ row, isHelped }) => isHelped !== (row.danger !== null))
      .map(({ row }) => `  ${row.id} [${row.danger ?? 'no danger'}, ${row.kind}] ${row.text}`),
  ];
  return {
    lines,
    figures: [good('danger seen', calls, isHelped), bad('taken for danger', harmless, isHelped)],
  };
}
