import { BoundedCache } from '../bounded-cache.js';
import { bogotaDay } from '../calendar/days.js';
import { type Clock, steadyClock } from '../clock.js';
import type { Directory, Person, Role } from './person.js';

/** How long people and their absences are known. */
export const KNOWN_FOR = { entries: 5_000, ms: 10_000 };

/** The directory as it was some seconds ago: for questions, lists and previews. Never use it to decide. */
export class RecentDirectory implements Directory {
  readonly #people = new BoundedCache<Person | undefined>(steadyClock, KNOWN_FOR);
  readonly #roles = new BoundedCache<Person[]>(steadyClock, KNOWN_FOR);

  constructor(
    private readonly directory: Directory,
    private readonly clock: Clock,
  ) {}

  find(id: string): Promise<Person | undefined> {
    // Who is away is so by the day.
    return this.#people.get(`${bogotaDay(this.clock())} ${id}`, () => this.directory.find(id));
  }

  /** Call it when this instance has changed a person. */
  forget(): void {
    this.#people.clear();
    this.#roles.clear();
  }

  withRole(role: Role): Promise<Person[]> {
    return this.#roles.get(role, () => this.directory.withRole(role));
  }
}
