/** Registers who joins the meeting of a training, while it goes on. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { type WorkKinds, workKind } from '../../../platform/delivery/work.js';
import { AppError } from '../../../platform/errors.js';
import { findActive, type Person } from '../../../platform/people/person.js';
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
const EVENT = 'meeting-event';
const AGAIN_MS = 2_000;

const eventWork = z.object({
  kind: z.literal(EVENT),
  trainingId: z.string().min(1),
  /** Of the member in the chat of the meeting. */
  id: z.string(),
  personId: z.string().optional(),
  change: z.enum(['joined', 'left']),
  at: z.string(),
});

interface LiveParts extends Pick<FeatureContext, 'directory' | 'log'> {
  work: Pick<FeatureContext['work'], 'later'>;
  trainings: TrainingStore;
  attendance: AttendanceStore;
  meetings: MeetingStore;
  visitors: VisitorStore;
  isGuest: (personId: string) => Promise<boolean>;
  /** Called for each new attendee, to update the displayed counts. */
  onRegistered: (training: Training) => void;
}

export class LiveAttendance {
  constructor(private readonly parts: LiveParts) {}

  get work(): WorkKinds {
    // The attendance report makes up for what is lost.
    return { [EVENT]: workKind(eventWork, (item) => this.#noteLate(item), { comesAgain: false }) };
  }

  /**
   * Notes who joined or left, for the trainings of this meeting at that time: a meeting that is held every week has one
   * chat. Repeating it is safe, and the order does not matter. What cannot be noted of one person comes again through the
   * queue, and holds up nobody else.
   * @throws the first error of the queue.
   */
  async hear({ kind, conversationId, at, members }: MeetingChange): Promise<void> {
    const lost: unknown[] = [];
    for (const training of await this.parts.trainings.ofMeeting(conversationId)) {
      const isLate = kind === 'joined' && training.state === 'closed' && at > training.closedAt;
      if (isLate || !isAround(training, { from: at, until: at })) continue;
      for (const member of members) {
        await this.#noteOrPutOff(training, member, { kind, at }).catch((error) => lost.push(error));
      }
    }
    if (lost.length > 0) throw lost[0];
  }

  async #noteOrPutOff(training: Training, member: MeetingMember, event: PresenceEvent): Promise<void> {
    const { work, log } = this.parts;
    try {
      await this.#note(training, member, event);
    } catch (error) {
      log.warn({ training: training.id, person: member.personId, err: error }, 'meeting event put off');
      // The queue gets no names; somebody from outside stays without one.
      const { id, personId } = member;
      const { kind: change, at } = event;
      await work.later(
        { kind: EVENT, trainingId: training.id, id, ...(personId && { personId }), change, at },
        AGAIN_MS,
      );
    }
  }

  async #noteLate({
    trainingId,
    id,
    personId,
    change: kind,
    at,
  }: z.output<typeof eventWork>): Promise<undefined> {
    const training = await this.parts.trainings.find(trainingId);
    if (training) await this.#note(training, { id, name: '', personId }, { kind, at });
  }

  async #note(training: Training, member: MeetingMember, event: PresenceEvent): Promise<void> {
    const person = await this.#knownOf(member);
    if (person) return this.#notePerson(training, person, event);
    if (event.kind === 'joined') await this.parts.visitors.note(training.id, member, event.at);
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
