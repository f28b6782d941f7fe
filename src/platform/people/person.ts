export const ROLES = ['leader', 'trainer', 'humanization', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** A person of the directory. */
export interface Person {
  /** Entra object id. */
  id: string;
  name: string;
  email: string;
  /** The immediate superior's id. */
  superiorId?: string;
  deputyId?: string;
  roles: Role[];
  area: string;
  /** First and last day of an absence, `YYYY-MM-DD` in Bogotá. */
  away?: { from: string; until: string };
  /** Their account is disabled: they have left, or must not act. */
  isDisabled?: boolean;
}

/** @param day `YYYY-MM-DD` in Bogotá. */
export function isAway({ away }: Person, day: string): boolean {
  return away !== undefined && away.from <= day && day <= away.until;
}

/** Somebody whom the directory does not know: they may have written all the same, and have no roles. */
export function stranger(id: string, name = ''): Person {
  return { id, name, email: '', roles: [], area: '' };
}

/** Somebody who can be given something to do; undefined where the directory does not know them, or they have left. */
export async function findActive(directory: Directory, id: string): Promise<Person | undefined> {
  const person = await directory.find(id);
  return person?.isDisabled ? undefined : person;
}

/** The people of the organisation and who is above whom. */
export interface Directory {
  /** The person with this Entra object id, or undefined where the directory does not know it. */
  find(id: string): Promise<Person | undefined>;
  withRole(role: Role): Promise<Person[]>;
}
