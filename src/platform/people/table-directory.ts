import { z } from 'zod';
import { MAX_OPERATIONS } from '../storage/limits.js';
import { type Operation, type Row, rowsOf, type Tables } from '../storage/tables.js';
import { type Directory, type Person, ROLES, type Role } from './person.js';

const personRow = z.object({
  rowKey: z.string(),
  name: z.string(),
  email: z.string(),
  superiorId: z.string(),
  deputyId: z.string(),
  roles: z.string(),
  area: z.string(),
});
/** A role of a later version gives no right in this one. */
const roles = z.array(z.string()).transform((names) => ROLES.filter((role) => names.includes(role)));

const PERSON = 'person';

/** The directory in the table `People`: people in the partition `person`, members of a role in `role:…`. */
export class TableDirectory implements Directory {
  /** @param changed called when people were saved or removed. */
  constructor(
    private readonly tables: Tables,
    private readonly changed: () => void = () => undefined,
  ) {}

  async find(id: string): Promise<Person | undefined> {
    const stored = await this.tables.get('People', PERSON, id);
    return stored && toPerson(stored.row);
  }

  async withRole(role: Role): Promise<Person[]> {
    const people: Person[] = [];
    for await (const { row } of rowsOf(this.tables, 'People', `role:${role}`)) people.push(toPerson(row));
    return people;
  }

  async all(): Promise<Person[]> {
    const people: Person[] = [];
    for await (const { row } of rowsOf(this.tables, 'People', PERSON)) people.push(toPerson(row));
    return people;
  }

  /** Adds people, or replaces those with the same id; updates the members of each role. */
  async save(people: readonly Person[]): Promise<void> {
    await this.#commit(people.map((person) => upsert(toRow(PERSON, person))));
    for (const role of ROLES) {
      const partitionKey = `role:${role}`;
      const isMember = (person: Person) => person.roles.includes(role);
      const gone = new Set(people.filter((person) => !isMember(person)).map(({ id }) => id));
      const stale = (await this.withRole(role)).filter(({ id }) => gone.has(id));
      await this.#commit([
        ...people.filter(isMember).map((person) => upsert(toRow(partitionKey, person))),
        ...stale.map((person): Operation => ({ kind: 'delete', partitionKey, rowKey: person.id })),
      ]);
    }
    this.changed();
  }

  /** Removes people and their roles. */
  async remove(people: readonly Person[]): Promise<void> {
    await this.save(people.map((person) => ({ ...person, roles: [] })));
    await this.#commit(people.map(({ id }) => ({ kind: 'delete', partitionKey: PERSON, rowKey: id })));
    this.changed();
  }

  /** Splits the operations into transactions within the service's limit. */
  async #commit(operations: readonly Operation[]): Promise<void> {
    for (let at = 0; at < operations.length; at += MAX_OPERATIONS) {
      await this.tables.commit('People', operations.slice(at, at + MAX_OPERATIONS));
    }
  }
}

const upsert = (row: Row): Operation => ({ kind: 'upsert', row });

function toRow(partitionKey: string, person: Person): Row {
  return {
    partitionKey,
    rowKey: person.id,
    name: person.name,
    email: person.email,
    superiorId: person.superiorId ?? '',
    deputyId: person.deputyId ?? '',
    roles: JSON.stringify(person.roles),
    area: person.area,
  };
}

function toPerson(row: Row): Person {
  const stored = personRow.parse(row);
  return {
    id: stored.rowKey,
    name: stored.name,
    email: stored.email,
    superiorId: stored.superiorId || undefined,
    deputyId: stored.deputyId || undefined,
    roles: roles.parse(JSON.parse(stored.roles)),
    area: stored.area,
  };
}
