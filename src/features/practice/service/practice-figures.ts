/** The practice figures: how many went out and were ticked, without names. */
import type { Scope } from '../../../platform/figures/scope.js';
import type { Fact, FigureSource } from '../../../platform/figures/source.js';
import type { Tables } from '../../../platform/storage/tables.js';
import { SentCounts } from '../store/counts.js';
import { Ticks } from '../store/ticks.js';

const SCOPES: Scope[] = [{ kind: 'all' }];

export function practiceFigures({ tables }: { tables: Tables }): FigureSource {
  const stores = { counts: new SentCounts(tables), ticks: new Ticks(tables) };
  return {
    theme: 'practice',
    figures: [
      { id: 'practice.sent', reader: 'team', isByDay: true },
      { id: 'practice.done', reader: 'team', isByDay: true },
    ],
    kept: 'practice',
    factsOf: (month) => factsOf(stores, month),
  };
}

async function* factsOf(
  { counts, ticks }: { counts: SentCounts; ticks: Ticks },
  month: string,
): AsyncGenerator<Fact> {
  const fact = (day: string, figure: string, count: number): Fact => ({
    scopes: SCOPES,
    day: day.slice(8),
    cells: { [figure]: count },
  });
  for await (const { day, people } of counts.of(month)) yield fact(day, 'practice.sent', people);
  for (const [day, count] of await ticks.countsOf(month)) yield fact(day, 'practice.done', count);
}
