/** Finds the members of the channel who have not registered. */
import { DeliveryError } from '../../../platform/delivery/channel.js';
import type { Member, Roster } from '../../../platform/delivery/roster.js';
import type { Logger } from '../../../platform/log.js';
import type { Person } from '../../../platform/people/person.js';
import { type Attendee, idOfKey, isPersonKey, normalizeContact } from '../domain/attendee.js';
import type { Training } from '../domain/training.js';
import type { AttendanceStore } from '../store/attendance-store.js';

interface MissingParts {
  attendance: AttendanceStore;
  channel: Roster;
  everyone: () => Promise<Person[]>;
  log: Logger;
}

export class MissingMembers {
  constructor(private readonly parts: MissingParts) {}

  /**
   * Returns the missing members sorted by name, and the number of members without the trainer; undefined when
   * the members cannot be read.
   */
  async of(training: Training): Promise<{ missing: Member[]; members: number } | undefined> {
    try {
      const everybody = await this.parts.channel.members(training);
      const members = everybody.filter(({ id }) => id !== training.trainerId);
      const present = await this.#idsOf(await this.parts.attendance.all(training.id));
      const missing = members.filter(({ id }) => !present.has(id));
      missing.sort((one, other) => one.name.localeCompare(other.name, 'es'));
      return { missing, members: members.length };
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      this.parts.log.warn({ training: training.id, err: error }, 'members not read');
      return undefined;
    }
  }

  /** Also matches people who declared their e-mail in the web form, by their e-mail in the directory. */
  async #idsOf(attendees: readonly Attendee[]): Promise<Set<string>> {
    const ids = attendees.filter(({ key }) => isPersonKey(key)).map(({ key }) => idOfKey(key));
    const declared = attendees
      .filter(({ key }) => !isPersonKey(key))
      .map(({ contact }) => normalizeContact(contact));
    const addresses = new Set(declared.filter((contact) => contact.includes('@')));
    if (addresses.size === 0) return new Set(ids);
    const everyone = await this.parts.everyone();
    const byForm = everyone.filter(({ email }) => addresses.has(normalizeContact(email)));
    return new Set([...ids, ...byForm.map(({ id }) => id)]);
  }
}
