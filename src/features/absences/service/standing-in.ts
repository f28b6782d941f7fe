/** Who stands in for a person, and whether they can. */
import type { Absence, Absences } from '../../../platform/people/absences.js';
import { type Directory, findActive, type Person } from '../../../platform/people/person.js';

type Days = Pick<Absence, 'from' | 'until'>;

export class StandingIn {
  constructor(private readonly parts: { absences: Absences; directory: Directory }) {}

  async find(personId: string | undefined): Promise<Person | undefined> {
    return personId ? findActive(this.parts.directory, personId) : undefined;
  }

  /** Tells whether a deputy is known to be away on any of these days. */
  async isAwayToo(deputy: Person, days: Days): Promise<boolean> {
    const own = await this.parts.absences.find(deputy.id);
    return [own, deputy.away].some((away) => away && away.from <= days.until && days.from <= away.until);
  }
}
