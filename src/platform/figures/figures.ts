/** Keeps the figures up to date and shows them to people allowed to see them. */
import { z } from 'zod';
import { bogotaMonth, shiftedMonth } from '../calendar/days.js';
import type { Clock } from '../clock.js';
import { type WorkKinds, type WorkQueue, workKind } from '../delivery/work.js';
import { AppError } from '../errors.js';
import { JoinedRuns } from '../joined-runs.js';
import type { Person } from '../people/person.js';
import { horizonOf, type Period as Kept, type Retention } from '../storage/retention.js';
import type { Weights } from './composite.js';
import type { FigureStore, Sheet } from './figure-store.js';
import { hideDerivable } from './guarding.js';
import type { Period } from './period.js';
import { mayReadScope, readerOf } from './readers.js';
import { type Scope, scopeKey } from './scope.js';
import type { FigureSource } from './source.js';
import { Tallies, type Tally } from './tally.js';
import { type FiguresView, viewOf, yearsOf } from './view.js';

/** The kind of queue work that counts a theme in a month. */
const FIGURES = 'figures';

const figureWork = z.object({
  kind: z.literal(FIGURES),
  theme: z.string().min(1),
  month: z.string().regex(/^\d{4}-\d{2}$/),
});

export interface FiguresParts {
  store: FigureStore;
  work: WorkQueue;
  clock: Clock;
  retention: Retention;
  weights?: Weights | undefined;
  /** What happens within this time is counted at once. */
  coalescedMs: number;
}

export class Figures {
  readonly #sources: FigureSource[] = [];
  /** Themes and months for which a message waits in the queue. */
  readonly #awaited = new Set<string>();
  /** Two simultaneous counts of a sheet would restart each other. */
  readonly #counts = new JoinedRuns();

  constructor(private readonly parts: FiguresParts) {}

  /** @throws Error when INDICATOR_WEIGHTS names a component that no feature has. */
  offer(sources: readonly FigureSource[]): void {
    this.#sources.push(...sources);
    const known = this.#sources.flatMap(({ components = [] }) => components.map(({ id }) => id));
    const unknown = Object.keys(this.parts.weights ?? {}).filter((id) => !known.includes(id));
    if (unknown.length > 0) {
      throw new Error(`INDICATOR_WEIGHTS: there is no ${unknown.join(', ')}; there are ${known.join(', ')}`);
    }
  }

  /** @throws AppError `not-allowed` for a scope that is not theirs. */
  async view(viewer: Person, scope: Scope, period: Period): Promise<FiguresView> {
    if (!mayReadScope(viewer, scope)) throw new AppError('not-allowed');
    const tallies = await this.parts.store.read(scopeKey(scope), yearsOf(period));
    const reader = readerOf(scope);
    const figures = this.#sources.flatMap((source) => source.figures).filter(reader.sees);
    const components = this.#sources.flatMap((source) => source.components ?? []);
    const { clock, weights } = this.parts;
    const { isGuarded } = reader;
    const hide = hideDerivable;
    return viewOf({ scope, period, now: clock(), tallies, figures, components, weights, isGuarded, hide });
  }

  /** Recounts a theme for these months soon. Call it after the answer. */
  async touch(theme: string, months: Iterable<string>): Promise<void> {
    for (const month of new Set(months)) {
      const key = `${month}:${theme}`;
      if (this.#awaited.has(key)) continue;
      this.#awaited.add(key);
      try {
        const { work, coalescedMs } = this.parts;
        await work.later({ kind: FIGURES, theme, month }, coalescedMs);
      } catch (error) {
        this.#awaited.delete(key);
        throw error;
      }
    }
  }

  get work(): WorkKinds {
    const run = async ({ theme, month }: z.output<typeof figureWork>) => {
      // What happens from now on has to be counted again.
      this.#awaited.delete(`${month}:${theme}`);
      await this.count({ theme, month });
      return undefined;
    };
    return { [FIGURES]: workKind(figureWork, run, { comesAgain: false }) };
  }

  /** Recounts a theme of one month and writes the differences, unless some of its rows may already be deleted. */
  async count(sheet: Sheet): Promise<void> {
    const source = this.#sources.find(({ theme }) => theme === sheet.theme);
    const { store, clock, retention } = this.parts;
    if (!source || !isWhole(sheet.month, retention[source.kept], clock())) return;
    await this.#counts.run(`${sheet.month}:${sheet.theme}`, () =>
      store.write(sheet, () => tallied(source, sheet.month)),
    );
  }

  /** Recounts this month and the last one, for lost updates and for people who came or left. */
  async countLately(): Promise<void> {
    const month = bogotaMonth(this.parts.clock());
    for (const { theme } of this.#sources) {
      for (const one of [shiftedMonth(month, -1), month]) await this.count({ theme, month: one });
    }
  }
}

/** Returns true while everything that counts in a month is still kept. */
export function isWhole(month: string, kept: Kept, now: Date): boolean {
  return month > bogotaMonth(horizonOf(kept, now));
}

/** The tallies of a source in a month, by scope. */
export async function tallied(
  source: Pick<FigureSource, 'figures' | 'factsOf'>,
  month: string,
): Promise<ReadonlyMap<string, Tally>> {
  const tallies = new Tallies(source.figures);
  for await (const fact of source.factsOf(month)) tallies.add(fact);
  return tallies.byScope;
}
