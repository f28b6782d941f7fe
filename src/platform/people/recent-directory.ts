import { BoundedCache } from '../bounded-cache.js';
import { steadyClock } from '../clock.js';
import type { Directory, Person, Role } from './person.js';

const KNOWN_FOR = { entries: 5_000, ms: 10_000 };

/** The directory as it was some seconds ago: for questions, lists and previews. Never use it to decide. */
export class RecentDirectory implements Directory {
  readonly #people = new BoundedCache<Person | undefined>(steadyClock, KNOWN_FOR);
  readonly #roles = new BoundedCache<Person[]>(steadyClock, KNOWN_FOR);

  constructor(private readonly directory: Directory) {}

  find(id: string): Promise<Person | undefined> {
    return this.#people.get(id, () => this.directory.find(id));
  }

  withRole(role: Role): Promise<Person[]> {
    return this.#roles.get(role, () => this.directory.withRole(role));
  }
}
