/** Recounts all figures, and says which stored ones differ. */
import { bogotaMonth, FIRST_MONTH, monthsBetween, shiftedMonth } from '../calendar/days.js';
import type { Retention } from '../storage/retention.js';
import type { Difference, FigureStore, Sheet } from './figure-store.js';
import { isWhole, tallied } from './figures.js';
import type { FigureSource } from './source.js';
import { Tallies, type Tally } from './tally.js';

export interface RebuildingParts {
  store: FigureStore;
  sources: readonly FigureSource[];
  retention: Retention;
  now: Date;
  /** Whether what differs is written. */
  saves: boolean;
}

/** Months of which something may be deleted already are left as they are. */
export async function* rebuild(parts: RebuildingParts): AsyncGenerator<Difference> {
  const { store, sources, retention, now, saves } = parts;
  for (const source of sources) {
    const thisMonth = bogotaMonth(now);
    const first = source.isOfToday ? shiftedMonth(thisMonth, -1) : FIRST_MONTH;
    const months = monthsBetween(first, thisMonth).filter((month) =>
      isWhole(month, retention[source.kept], now),
    );
    const anew = await talliedAnew(source, saves);
    for (const month of months) {
      const sheet: Sheet = { theme: source.theme, month };
      const counted = anew ? (anew.get(month) ?? new Map()) : await tallied(source, month);
      const differences = await store.differences(sheet, counted);
      yield* differences;
      // Counted once more: the bot may be running.
      if (saves && differences.length > 0) await store.write(sheet, () => tallied(source, month));
    }
  }
}

/** By month and scope; undefined where the source has no other way to count than `factsOf`. */
async function talliedAnew(
  source: FigureSource,
  saves: boolean,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Tally>> | undefined> {
  if (!source.anew) return undefined;
  const months = new Map<string, Tallies>();
  for await (const { month, fact } of source.anew(saves)) {
    const tallies = months.get(month) ?? new Tallies(source.figures);
    tallies.add(fact);
    months.set(month, tallies);
  }
  return new Map([...months].map(([month, { byScope }]) => [month, byScope]));
}
