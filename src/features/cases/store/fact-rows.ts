/**
 * What of a case counts in a month: a row in the list of that month in the table `CaseIndex`, written and removed with the
 * other rows of the case, and read to count the month anew.
 */
import { z } from 'zod';
import { bogotaDay } from '../../../platform/calendar/days.js';
import type { Scope } from '../../../platform/figures/scope.js';
import type { Fact } from '../../../platform/figures/source.js';
import { type Row, rowsOf, type Tables } from '../../../platform/storage/tables.js';
import type { Case } from '../domain/case.js';
import type { CaseFact } from '../domain/facts.js';

const PREFIX = 'counted:';
const listOf = (month: string) => PREFIX + month;
export const isFactList = (partitionKey: string) => partitionKey.startsWith(PREFIX);
const keyOf = (caseId: string) => `case:${caseId}`;

/** In the encrypted column `facts`. */
const counted = z.object({
  area: z.string(),
  /** The leaders in whose line it counts. */
  line: z.array(z.string()),
  isProtected: z.boolean(),
  facts: z.array(
    z.object({
      day: z.string(),
      cells: z.record(z.string(), z.number()),
      minutes: z.record(z.string(), z.array(z.number())).optional(),
    }),
  ),
});
export type Counted = z.output<typeof counted>;
const factRow = z.object({ facts: z.string().transform((text) => counted.parse(JSON.parse(text))) });

export function factRows(subject: Case, line: readonly string[], facts: readonly CaseFact[]): Row[] {
  return [...countedByMonth(subject, line, facts)].map(([month, of]) => ({
    partitionKey: listOf(month),
    rowKey: keyOf(subject.id),
    caseId: subject.id,
    facts: JSON.stringify(of),
  }));
}

/** Everything about cases that counts in a month. */
export async function* factsIn(tables: Tables, month: string): AsyncGenerator<Fact> {
  for await (const { row } of rowsOf(tables, 'CaseIndex', listOf(month))) {
    yield* toFacts(factRow.parse(row).facts);
  }
}

/** What of each case counts in a month, by the id of the case. */
export async function countedIn(tables: Tables, month: string): Promise<ReadonlyMap<string, Counted>> {
  const found = new Map<string, Counted>();
  for await (const { row } of rowsOf(tables, 'CaseIndex', listOf(month))) {
    found.set(String(row.caseId), factRow.parse(row).facts);
  }
  return found;
}

/** What of a case counts, by month. */
export function countedByMonth(
  { area, protectedBy }: Case,
  line: readonly string[],
  facts: readonly CaseFact[],
): Map<string, Counted> {
  const byMonth = new Map<string, Counted>();
  for (const { at, ...fact } of facts) {
    const day = bogotaDay(new Date(at));
    const month = day.slice(0, 7);
    const of = byMonth.get(month) ?? {
      area,
      line: [...line],
      isProtected: protectedBy !== undefined,
      facts: [],
    };
    of.facts.push({ day: day.slice(8), ...fact });
    byMonth.set(month, of);
  }
  return byMonth;
}

export function toFacts({ facts, ...where }: Counted): Fact[] {
  const scopes = scopesOf(where);
  return facts.map((fact) => ({ scopes, ...fact }));
}

function scopesOf({ area, isProtected, line }: Omit<Counted, 'facts'>): Scope[] {
  if (isProtected) return [{ kind: 'protected' }];
  return [
    { kind: 'all' },
    ...(area ? [{ kind: 'area' as const, area }] : []),
    ...line.map((leaderId) => ({ kind: 'line' as const, leaderId })),
  ];
}
