/** Registers who joins the meeting of a training, while it goes on. */
import { AppError } from '../../../platform/errors.js';
import { type Directory, findActive, type Person } from '../../../platform/people/person.js';
import type { MeetingChange, MeetingMember } from '../../../turn.js';
import { personKey } from '../domain/attendee.js';
import { isAround, isAt, mergeOf } from '../domain/merging.js';
import { type PresenceEvent, presenceOf, withEvent } from '../domain/presence.js';
import type { Training } from '../domain/training.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { MeetingStore, StoredStay } from '../store/meeting-store.js';
import type { TrainingStore } from '../store/training-store.js';
import type { VisitorStore } from '../store/visitor-store.js';
import { attendeeIn, candidateOf } from './attendance-service.js';

/** Attempts when others change the same rows. */
const TRIES = 5;

interface LiveParts {
  trainings: TrainingStore;
  attendance: AttendanceStore;
  meetings: MeetingStore;
  visitors: VisitorStore;
  directory: Directory;
  isGuest: (personId: string) => Promise<boolean>;
  /** Called for each new attendee, to update the displayed counts. */
  onRegistered: (training: Training) => void;
}

export class LiveAttendance {
  constructor(private readonly parts: LiveParts) {}

  /** Ties a meeting to a training, which has one at most. Idempotent. */
  async tie(training: Training, conversationId: string): Promise<Training> {
    if (training.meetingId === conversationId) return training;
    return this.parts.trainings.change(training.id, (before) => ({ ...before, meetingId: conversationId }));
  }

  /** Idempotent; what was noted stays. */
  async untie(training: Training): Promise<Training> {
    return this.parts.trainings.change(training.id, (before) => ({ ...before, meetingId: '' }));
  }

  /**
   * Notes who joined or left, for the trainings of this meeting at that time: a meeting that is held every week has one
   * chat. Repeating it is safe, and the order does not matter.
   * @throws AppError `storage-conflict` when others were faster every time.
   */
  async hear({ kind, conversationId, at, members }: MeetingChange): Promise<void> {
    for (const training of await this.parts.trainings.ofMeeting(conversationId)) {
      const isLate = kind === 'joined' && training.state === 'closed' && at > training.closedAt;
      if (isLate || !isAround(training, { from: at, until: at })) continue;
      for (const member of members) await this.#note(training, member, { kind, at });
    }
  }

  async #note(training: Training, member: MeetingMember, event: PresenceEvent): Promise<void> {
    const person = await this.#knownOf(member);
    if (person) return this.#notePerson(training, person, event);
    if (event.kind === 'joined') await this.parts.visitors.note(training.id, member);
  }

  /** Undefined for guests, people of other organisations, and those without an account. */
  async #knownOf({ personId }: MeetingMember): Promise<Person | undefined> {
    const { directory, isGuest } = this.parts;
    if (personId === undefined || (await isGuest(personId))) return undefined;
    return findActive(directory, personId);
  }

  async #notePerson(training: Training, person: Person, event: PresenceEvent): Promise<void> {
    if (person.id === training.trainerId) return;
    const { meetings, onRegistered } = this.parts;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const stored = await meetings.find(training.id, personKey(person.id));
      const events = withEvent(stored?.events ?? [], event);
      if (events.length === stored?.events.length) return;
      const attendee = await this.#attendeeOf(training, person, events, stored);
      const { key, name, area, contact } = candidateOf(person);
      const stay = { key, name, area, contact, reported: stored?.reported ?? [] };
      if (!(await meetings.note(training.id, { stay, events, attendee }, stored))) continue;
      if (attendee) onRegistered(training);
      return;
    }
    throw new AppError('storage-conflict', { detail: 'meeting event' });
  }

  /** The new entry of the list, by the rules of the attendance report; undefined where the list stays as it is. */
  async #attendeeOf(
    training: Training,
    person: Person,
    events: readonly PresenceEvent[],
    stored: StoredStay | undefined,
  ) {
    const presence = presenceOf([], events);
    if (!isAt(training, presence)) return undefined;
    const { attendance } = this.parts;
    const key = personKey(person.id);
    const [listed, corrections] = await Promise.all([
      attendance.find(training.id, key),
      attendance.corrections(training.id),
    ]);
    const { id: personId, name } = person;
    const participant = { name, email: '', upn: '', personId, sessions: presence.sessions };
    const { sure } = mergeOf(training, { participants: [participant] }, [person], {
      listed: new Set(listed ? [key] : []),
      stays: new Map(stored ? [[key, stored.reported]] : []),
      corrections,
    });
    const [matched] = sure;
    return matched && attendeeIn(matched, { verified: true, means: 'joined', since: presence.since });
  }
}
