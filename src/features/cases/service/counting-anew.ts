/** Counts all cases anew from their events: for `npm run rebuild-figures`. */
import { isDeepStrictEqual } from 'node:util';
import type { FactOfMonth, FigureSource } from '../../../platform/figures/source.js';
import type { Directory } from '../../../platform/people/person.js';
import { readPolicy } from '../../../platform/policy/policy.js';
import type { Signer } from '../../../platform/storage/signer.js';
import type { Tables } from '../../../platform/storage/tables.js';
import { type AxisOf, factsOf } from '../domain/facts.js';
import { CaseIndex } from '../store/case-index.js';
import { CaseStore, type StoredCase } from '../store/case-store.js';
import { type Counted, countedByMonth, countedIn, toFacts } from '../store/fact-rows.js';
import { CASE_ROW } from '../store/snapshot.js';
import { type Heard, monthOfVoice, Voices } from '../store/voices.js';
import { axesIn, caseFigures, heardFacts, heardOf } from './case-figures.js';
import { lineOf } from './projection.js';

/** Cases in hand at the same time. */
const AT_ONCE = 16;

export interface CountingAnewParts {
  tables: Tables;
  store: CaseStore;
  index: CaseIndex;
  voices: Voices;
  directory: Directory;
  axisOf: AxisOf;
}

/** A case stays in the line in which it is counted: directories change, and months that are over do not. */
export class CountingAnew {
  readonly #counted = new Map<string, Promise<ReadonlyMap<string, Counted>>>();
  readonly #heard = new Map<string, Promise<ReadonlyMap<string, Heard>>>();

  constructor(
    private readonly parts: CountingAnewParts,
    private readonly saves: boolean,
  ) {}

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
    return [...cells, ...(await this.#ofVoice(loaded))];
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

  async #ofVoice({ subject }: StoredCase): Promise<FactOfMonth[]> {
    const { voices, directory } = this.parts;
    const voice = subject.closedAt === undefined ? undefined : await voices.find(subject.id);
    if (!voice?.answer) return [];
    const month = monthOfVoice(voice);
    const stored = (await this.#heardIn(month)).get(subject.id);
    const current = await heardOf(directory, subject, voice);
    const heard = { ...current, line: stored?.line ?? current.line };
    if (this.saves && !isDeepStrictEqual(heard, stored)) await voices.hear(subject.id, voice, heard);
    return heardFacts(heard).map((fact) => ({ month, fact }));
  }

  #countedIn(month: string): Promise<ReadonlyMap<string, Counted>> {
    return once(this.#counted, month, () => countedIn(this.parts.tables, month));
  }

  #heardIn(month: string): Promise<ReadonlyMap<string, Heard>> {
    return once(this.#heard, month, () => this.parts.voices.heardByCase(month));
  }
}

function factsIn(byMonth: ReadonlyMap<string, Counted>): FactOfMonth[] {
  return [...byMonth].flatMap(([month, counted]) => toFacts(counted).map((fact) => ({ month, fact })));
}

function once<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? read();
  known.set(key, found);
  return found;
}

/** The figures of cases, which can be counted from the events. */
export function caseFiguresAnew({
  tables,
  signer,
  directory,
}: {
  tables: Tables;
  signer: Signer;
  directory: Directory;
}): FigureSource {
  const [store, index, voices] = [new CaseStore(tables, signer), new CaseIndex(tables), new Voices(tables)];
  const parts = { tables, store, index, voices, directory, axisOf: axesIn(readPolicy()) };
  return { ...caseFigures(parts), anew: (saves) => new CountingAnew(parts, saves).all() };
}
