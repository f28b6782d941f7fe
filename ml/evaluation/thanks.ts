/** Scores a file of thanks whose attribute is known: what the form proposes. */
import { z } from 'zod';
import { COMMANDS } from '../../src/commands.js';
import { attributeIn, attributesOf } from '../../src/features/recognitions/index.js';
import { readPolicy } from '../../src/platform/policy/policy.js';
import { loadUnderstand } from '../../src/platform/understanding/load.js';
import type { Understand } from '../../src/platform/understanding/understand.js';
import { bad, good, type Report } from './report.js';
import { share } from './shares.js';

export const thanksRows = z.array(
  z.object({ id: z.string(), text: z.string(), attribute: z.string(), form: z.enum(['chat', 'pqrs']) }),
);

export interface ReadThanks {
  row: z.output<typeof thanksRows>[number];
  /** Undefined where the form leaves it open. */
  proposed: string | undefined;
}

export const isRight = ({ row, proposed }: ReadThanks): boolean => proposed === row.attribute;
export const isOpen = ({ proposed }: ReadThanks): boolean => proposed === undefined;
export const isWrong = (one: ReadThanks): boolean => !isRight(one) && !isOpen(one);

export function readAll(rows: z.output<typeof thanksRows>, understand: Understand): ReadThanks[] {
  const ids = attributesOf(readPolicy()).map(({ id }) => id);
  return rows.map((row) => ({
    row,
    proposed: attributeIn(row.text, ids, understand(row.text, []).found.ranked),
  }));
}

/** Undefined for a file of something else. */
export function evaluateThanks(rows: readonly unknown[]): Report | undefined {
  const { data } = thanksRows.safeParse(rows);
  if (!data) return undefined;
  const read = readAll(data, loadUnderstand(COMMANDS));
  const misses = read.filter(isWrong);
  const lines = [
    ...(['chat', 'pqrs'] as const).map((form) => {
      const some = read.filter(({ row }) => row.form === form);
      return `${form}: ${some.length}, right ${share(some, isRight)}, left open ${share(some, isOpen)}, wrong ${share(some, isWrong)}`;
    }),
    `\nMisses: ${misses.length}`,
    ...misses.map(({ row, proposed }) => `  ${row.id} ${row.attribute} read as ${proposed}: ${row.text}`),
  ];
  return { lines, figures: [good('right', read, isRight), bad('wrong', read, isWrong)] };
}
