/** Absences that people report about themselves, in addition to those in the directory. */
import { z } from 'zod';
import { BoundedCache } from '../bounded-cache.js';
import { bogotaDay } from '../calendar/days.js';
import { type Clock, steadyClock } from '../clock.js';
import type { Tables } from '../storage/tables.js';
import type { Directory, Person } from './person.js';
import { KNOWN_FOR } from './recent-directory.js';

export interface Absence {
  /** First and last day, `YYYY-MM-DD` in Bogotá. */
  from: string;
  until: string;
  /** The deputy; empty means the directory's deputy. */
  deputyId: string;
}

const ABSENCE = 'away';
const absenceRow = z.object({ from: z.string(), until: z.string(), deputyId: z.string() });

/** Stores one row for each person in the table `People`, partition `away`. */
export class Absences {
  readonly #lately = new BoundedCache<Absence | undefined>(steadyClock, KNOWN_FOR);

  constructor(private readonly tables: Tables) {}

  async find(personId: string): Promise<Absence | undefined> {
    const stored = await this.tables.get('People', ABSENCE, personId);
    return stored && absenceRow.parse(stored.row);
  }

  /** The absence as it was some seconds ago; never to decide. */
  findLately(personId: string): Promise<Absence | undefined> {
    return this.#lately.get(personId, () => this.find(personId));
  }

  async save(personId: string, absence: Absence): Promise<void> {
    const row = { partitionKey: ABSENCE, rowKey: personId, ...absence };
    await this.tables.write('People', { kind: 'upsert', row });
    this.#lately.forget(personId);
  }

  async remove(personId: string): Promise<void> {
    await this.tables.write('People', { kind: 'delete', partitionKey: ABSENCE, rowKey: personId });
    this.#lately.forget(personId);
  }
}

/**
 * Adds people's own absences to a directory. On their days in Bogotá they take precedence over the directory's; on
 * all others they hide nothing of it.
 */
export function withAbsences(
  directory: Directory,
  absences: Pick<Absences, 'find'>,
  clock: Clock,
): Directory {
  return {
    find: async (id) => {
      const [person, absence] = await Promise.all([directory.find(id), absences.find(id)]);
      const today = bogotaDay(clock());
      const holds = absence !== undefined && absence.from <= today && today <= absence.until;
      return person && holds ? merged(person, absence) : person;
    },
    withRole: (role) => directory.withRole(role),
  };
}

function merged(person: Person, { from, until, deputyId }: Absence): Person {
  return { ...person, away: { from, until }, deputyId: deputyId || person.deputyId };
}
