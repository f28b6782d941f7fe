/** Counts all cases anew from their events: for `npm run rebuild-figures`. */
import { isDeepStrictEqual } from 'node:util';
import type { FactOfMonth, FigureSource } from '../../../../platform/figures/source.js';
import type { Directory } from '../../../../platform/people/person.js';
import { readPolicy } from '../../../../platform/policy/policy.js';
import type { Signer } from '../../../../platform/storage/signer.js';
import type { Tables } from '../../../../platform/storage/tables.js';
import type { Case } from '../../domain/case.js';
import { type AxisOf, factsOf } from '../../domain/facts.js';
import { CaseIndex } from '../../store/case-index.js';
import { CaseStore, type StoredCase } from '../../store/case-store.js';
import { type Counted, countedByMonth, countedIn, toFacts } from '../../store/fact-rows.js';
import { CASE_ROW } from '../../store/snapshot.js';
import { lineOf } from '../lists/projection.js';
import { axesIn, type CountedBeside, caseFigures } from './case-figures.js';

/** Cases in hand at the same time. */
const AT_ONCE = 16;

/** What counts with cases and is kept apart from them, to be counted anew case by case. */
export interface BesideAnew extends CountedBeside {
  /** @param saves stores what counts where that is outdated. */
  anew: (saves: boolean) => (subject: Case) => Promise<FactOfMonth[]>;
}

export interface CountingAnewParts {
  tables: Tables;
  store: CaseStore;
  index: CaseIndex;
  voices: BesideAnew;
  directory: Directory;
  axisOf: AxisOf;
}

/** A case stays in the line in which it is counted: directories change, and months that are over do not. */
export class CountingAnew {
  readonly #counted = new Map<string, Promise<ReadonlyMap<string, Counted>>>();
  readonly #beside: (subject: Case) => Promise<FactOfMonth[]>;

  constructor(
    private readonly parts: CountingAnewParts,
    private readonly saves: boolean,
  ) {
    this.#beside = parts.voices.anew(saves);
  }

  async *all(): AsyncGenerator<FactOfMonth> {
    let batch: string[] = [];
    for await (const id of this.parts.tables.partitions('Cases', { rowKeyPrefix: CASE_ROW, where: {} })) {
      batch.push(id);
      if (batch.length < AT_ONCE) continue;
      yield* (await Promise.all(batch.map((one) => this.#ofCase(one)))).flat();
      batch = [];
    }
    yield* (await Promise.all(batch.map((one) => this.#ofCase(one)))).flat();
  }

  async #ofCase(id: string): Promise<FactOfMonth[]> {
    const loaded = await this.parts.store.load(id);
    if (!loaded) return [];
    const cells = await this.#ofEvents(loaded);
    return [...cells, ...(await this.#beside(loaded.subject))];
  }

  /** Of a case that a later version of the bot has written, what that counted. */
  async #ofEvents({ subject, events, isAhead }: StoredCase): Promise<FactOfMonth[]> {
    const { index, directory, axisOf } = this.parts;
    const facts = factsOf(events, axisOf);
    const months = countedByMonth(subject, [], facts).keys();
    const stored = new Map<string, Counted>();
    for (const month of months) {
      const found = (await this.#countedIn(month)).get(subject.id);
      if (found) stored.set(month, found);
    }
    const [recorded] = stored.values();
    const line = recorded?.line ?? (await lineOf(directory, subject));
    const anew = countedByMonth(subject, line, facts);
    if (isAhead) return factsIn(stored);
    if (this.saves && !isDeepStrictEqual(anew, stored)) {
      await index.count(subject, line, facts);
    }
    return factsIn(anew);
  }

  #countedIn(month: string): Promise<ReadonlyMap<string, Counted>> {
    const known = this.#counted.get(month) ?? countedIn(this.parts.tables, month);
    this.#counted.set(month, known);
    return known;
  }
}

function factsIn(byMonth: ReadonlyMap<string, Counted>): FactOfMonth[] {
  return [...byMonth].flatMap(([month, counted]) => toFacts(counted).map((fact) => ({ month, fact })));
}

/** The figures of cases, which can be counted from the events. */
export function caseFiguresAnew({
  tables,
  signer,
  directory,
  voices,
}: {
  tables: Tables;
  signer: Signer;
  directory: Directory;
  voices: BesideAnew;
}): FigureSource {
  const [store, index] = [new CaseStore(tables, signer), new CaseIndex(tables)];
  const parts = { tables, store, index, voices, directory, axisOf: axesIn(readPolicy()) };
  return { ...caseFigures(parts), anew: (saves) => new CountingAnew(parts, saves).all() };
}
