import { z } from 'zod';
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
const roles = z.array(z.enum(ROLES));

const PERSON = 'person';
/** The transaction limit of the service. */
const BATCH = 100;

/** The directory in the table `People`: people under `person`, the members of a role under `role:…`. */
export class TableDirectory implements Directory {
  constructor(private readonly tables: Tables) {}

  async find(id: string): Promise<Person | undefined> {
    const stored = await this.tables.get('People', PERSON, id);
    return stored && toPerson(stored.row);
  }

  /** Everybody, read page by page. */
  async *everyone(): AsyncGenerator<Person> {
    for await (const { row } of rowsOf(this.tables, 'People', PERSON)) yield toPerson(row);
  }

  async withRole(role: Role): Promise<Person[]> {
    const people: Person[] = [];
    for await (const { row } of rowsOf(this.tables, 'People', `role:${role}`)) people.push(toPerson(row));
    return people;
  }

  /** Adds people, or replaces those who are there under the same id. */
  async save(people: readonly Person[]): Promise<void> {
    const partitions = [
      people.map((person) => toRow(PERSON, person)),
      ...ROLES.map((role) =>
        people.filter((person) => person.roles.includes(role)).map((person) => toRow(`role:${role}`, person)),
      ),
    ];
    for (const rows of partitions) {
      for (let at = 0; at < rows.length; at += BATCH) {
        const operations = rows.slice(at, at + BATCH).map((row): Operation => ({ kind: 'upsert', row }));
        await this.tables.commit('People', operations);
      }
    }
  }
}

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
