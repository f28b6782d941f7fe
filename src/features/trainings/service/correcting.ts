/** Corrects the list by hand, and records who did it, when and why. */
import type { NewId } from '../../../platform/clock.js';
import type { Directory, Person } from '../../../platform/people/person.js';
import { type Attendee, declaredKey, personKey } from '../domain/attendee.js';
import type { Correction } from '../domain/correction.js';
import type { Training } from '../domain/training.js';
import { correctionRow, type NewCorrection } from '../store/attendance-rows.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import { candidateOf } from './attendance-service.js';

/** The person to add or remove, and the reason. */
export interface Wanted {
  /** Id in the directory. */
  personId?: string | undefined;
  /** Document or e-mail of an attendee without Teams; only for removing. */
  contact: string;
  reason: string;
}

export type CorrectingProblem = 'nobody' | 'unknownPerson' | 'notThere' | 'alreadyThere';
export type Corrected = Pick<Correction, 'name' | 'kind'> | { problem: CorrectingProblem };

interface CorrectingParts {
  attendance: AttendanceStore;
  /** Called for each changed list. */
  onChanged: (training: Training) => void;
  directory: Directory;
  newId: NewId;
}

export class Correcting {
  constructor(private readonly parts: CorrectingParts) {}

  /** Adds a person; without a seat if all seats are taken. */
  async add(training: Training, { personId, reason }: Wanted, by: Person, now: Date): Promise<Corrected> {
    if (personId === undefined) return { problem: 'nobody' };
    const person = await this.parts.directory.find(personId);
    if (!person) return { problem: 'unknownPerson' };
    const attendee: Attendee = {
      ...candidateOf(person),
      at: now.toISOString(),
      means: 'trainer',
      rotating: false,
      seat: -1,
    };
    const take = async (kind: Correction['kind'], capacity: number) => {
      const correction = this.#record(attendee, { kind, reason }, by, now);
      const row = correctionRow(training.id, correction);
      const taken = await this.parts.attendance.take(training.id, attendee, capacity, row);
      return { kind, taken: taken.kind };
    };
    const seated = await take('added', training.capacity);
    const { kind, taken } = seated.taken === 'full' ? await take('added-over', 0) : seated;
    if (taken === 'exists') return { problem: 'alreadyThere' };
    this.parts.onChanged(training);
    return { name: person.name, kind };
  }

  async remove(training: Training, wanted: Wanted, by: Person, now: Date): Promise<Corrected> {
    const { personId, contact, reason } = wanted;
    const key = personId ? personKey(personId) : declaredKey(training, contact);
    if (key === undefined) return { problem: 'nobody' };
    const attendee = await this.parts.attendance.find(training.id, key);
    if (!attendee) return { problem: 'notThere' };
    const correction = this.#record(attendee, { kind: 'removed', reason }, by, now);
    await this.parts.attendance.remove(training.id, attendee, correction);
    this.parts.onChanged(training);
    return { name: attendee.name, kind: 'removed' };
  }

  #record(
    attendee: Attendee,
    { kind, reason }: Pick<Correction, 'kind' | 'reason'>,
    by: Person,
    now: Date,
  ): NewCorrection {
    return {
      id: this.parts.newId(),
      at: now.toISOString(),
      kind,
      attendeeKey: attendee.key,
      name: attendee.name,
      byId: by.id,
      byName: by.name,
      reason,
    };
  }
}
