import type { Directory, Person } from '../../src/platform/people/person.js';
import { aPerson } from './fixtures.js';

/** People by id, with their superior and other fields. */
export type People = Record<string, Partial<Person>>;

export function directoryOf(people: People): Directory {
  const found = new Map(Object.entries(people).map(([id, more]) => [id, aPerson(id, more)]));
  return { find: async (id) => found.get(id), withRole: async () => [] };
}

/** Ana, her superior Luis, and those above; Diana stands in for Luis. */
export const LINE: People = {
  ana: { superiorId: 'luis' },
  carlos: { superiorId: 'luis' },
  luis: { superiorId: 'marta', deputyId: 'diana' },
  diana: { superiorId: 'marta' },
  marta: { superiorId: 'boss' },
  boss: {},
};
/** The same people with other fields, and others. */
export const line = (more: People): People =>
  Object.fromEntries(
    [...new Set([...Object.keys(LINE), ...Object.keys(more)])].map((id) => [
      id,
      { ...LINE[id], ...more[id] },
    ]),
  );
