/** Prepares a recognition event: who might be honoured, and whom the team has put on its list. */
import type { FeatureContext } from '../../../feature.js';
import { type DayPeriod, momentsOf, writtenPeriod } from '../../../platform/calendar/day-period.js';
import { findActive, type Person } from '../../../platform/people/person.js';
import { type Candidate, candidatesOf, type Filters } from '../domain/candidates.js';
import type { Recognition } from '../domain/recognition.js';
import type { RecognitionLists } from '../store/lists.js';
import type { Shortlist, Shortlisted } from '../store/shortlist.js';

/** More do not fit on a card, nor on a stage. */
export const MOST_SHORTLISTED = 40;

export interface EventServiceParts
  extends Pick<FeatureContext, 'directory' | 'recentDirectory' | 'everyone' | 'clock'> {
  lists: Pick<RecognitionLists, 'between'>;
  shortlist: Shortlist;
}

export interface PeriodView {
  candidates: Candidate[];
  recognitions: Recognition[];
  /** Those who are there. */
  people: ReadonlyMap<string, Person>;
}

export type Added = 'added' | 'already' | 'oneself' | 'full' | 'gone';

export class EventService {
  constructor(private readonly parts: EventServiceParts) {}

  /** Everybody who was recognised in a period and is still there. */
  async view(period: DayPeriod): Promise<PeriodView> {
    const { from, to } = momentsOf(period);
    const recognitions: Recognition[] = [];
    for await (const one of this.parts.lists.between(from, to)) recognitions.push(one);
    const people = await this.#people(recognitions);
    return { candidates: candidatesOf(recognitions, people), recognitions, people };
  }

  /** The same, counted only by what fits. */
  filter({ recognitions, people }: PeriodView, filters: Filters): Candidate[] {
    return candidatesOf(recognitions, people, filters);
  }

  /** Those who have not left, by the directory as it is now. */
  async present<One extends Pick<Candidate, 'id'>>(candidates: readonly One[]): Promise<One[]> {
    const found = await Promise.all(candidates.map(({ id }) => findActive(this.parts.directory, id)));
    return candidates.filter((_, at) => found[at]);
  }

  /** Who is on the list and still a candidate; `gone` counts the others, of whom nothing is told. */
  async shortlisted(
    period: DayPeriod,
    candidates: readonly Candidate[],
  ): Promise<{ entries: { entry: Shortlisted; candidate: Candidate }[]; gone: number }> {
    const all = await this.parts.shortlist.of(writtenPeriod(period));
    const known = new Map(candidates.map((candidate) => [candidate.id, candidate]));
    const listed = all.flatMap((entry) => {
      const candidate = known.get(entry.personId);
      return candidate ? [{ id: entry.personId, entry, candidate }] : [];
    });
    const entries = await this.present(listed);
    return { entries, gone: all.length - entries.length };
  }

  /** The ids of those on the list. */
  async listedIds(period: DayPeriod): Promise<Set<string>> {
    const all = await this.parts.shortlist.of(writtenPeriod(period));
    return new Set(all.map(({ personId }) => personId));
  }

  entryOf(period: DayPeriod, personId: string): Promise<Shortlisted | undefined> {
    return this.parts.shortlist.find({ period: writtenPeriod(period), personId });
  }

  /** The other periods that have a list, the latest first. */
  async otherPeriods(period: DayPeriod): Promise<string[]> {
    const periods = new Set<string>();
    for await (const entry of this.parts.shortlist.all()) periods.add(entry.period);
    periods.delete(writtenPeriod(period));
    return [...periods].sort().reverse();
  }

  async add(period: DayPeriod, personId: string, addedBy: string): Promise<Added> {
    const { shortlist, clock } = this.parts;
    if (personId === addedBy) return 'oneself';
    const { candidates } = await this.view(period);
    const [candidate] = await this.present(candidates.filter(({ id }) => id === personId));
    if (!candidate) return 'gone';
    const written = writtenPeriod(period);
    const listed = await this.listedIds(period);
    if (listed.size >= MOST_SHORTLISTED && !listed.has(personId)) return 'full';
    const entry = { period: written, personId, addedBy, addedAt: clock().toISOString() };
    return (await shortlist.add(entry)) ? 'added' : 'already';
  }

  remove(period: DayPeriod, personId: string): Promise<void> {
    return this.parts.shortlist.remove({ period: writtenPeriod(period), personId });
  }

  /** Recognised people and those who thanked them; those whom nobody has imported, from the directory. */
  async #people(recognitions: readonly Recognition[]): Promise<Map<string, Person>> {
    const { everyone, recentDirectory } = this.parts;
    const known = new Map((await everyone()).map((person) => [person.id, person]));
    const ids = new Set(recognitions.flatMap(({ personId, senderId }) => [personId, senderId]));
    ids.delete('');
    const missing = [...ids].filter((id) => !known.has(id));
    for (const person of await Promise.all(missing.map((id) => recentDirectory.find(id)))) {
      if (person && !person.isDisabled) known.set(person.id, person);
    }
    return known;
  }
}
