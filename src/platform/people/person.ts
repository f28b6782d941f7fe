/** `protected`: receives reports of violence, harassment and harm to a child. */
export const ROLES = ['leader', 'trainer', 'humanization', 'protected', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export interface Person {
  /** The Entra object id. */
  id: string;
  name: string;
  email: string;
  /** The name with which they sign in; for links to a chat with them. */
  upn?: string;
  /** The immediate superior's id. */
  superiorId?: string | undefined;
  deputyId?: string | undefined;
  roles: Role[];
  area: string;
  /** The first and last day of an absence, `YYYY-MM-DD` in Bogotá. */
  away?: { from: string; until: string } | undefined;
  /** Their account is disabled: they have left, or must not act. */
  isDisabled?: boolean;
  /** They act in a session that anybody may have who got hold of their link: what is protected is closed to it. */
  cameByLink?: boolean;
}

/** @param day `YYYY-MM-DD` in Bogotá. */
export function isAway({ away }: Person, day: string): boolean {
  return away !== undefined && away.from <= day && day <= away.until;
}

/** A person missing from the directory. They may still write to the bot; they have no roles. */
export function stranger(id: string, name = ''): Person {
  return { id, name, email: '', roles: [], area: '' };
}

/**
 * Returns a person who can be given work; undefined when the directory does not know them or they have left.
 */
export async function findActive(directory: Directory, id: string): Promise<Person | undefined> {
  const person = await directory.find(id);
  return person?.isDisabled ? undefined : person;
}

/** The people of the organisation and their reporting lines. */
export interface Directory {
  /** Returns the person with this Entra object id; undefined when the directory does not know it. */
  find(id: string): Promise<Person | undefined>;
  withRole(role: Role): Promise<Person[]>;
}
