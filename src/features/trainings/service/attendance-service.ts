/** Registers people for a training: by button, by code and by web form. */
import type { Clock } from '../../../platform/clock.js';
import type { Logger } from '../../../platform/log.js';
import type { Person } from '../../../platform/people/person.js';
import { type Attendee, type Means, personKey } from '../domain/attendee.js';
import { type CodeVerdict, verdictOf } from '../domain/codes.js';
import type { Matched } from '../domain/merging.js';
import type { AttendanceOutcome } from '../domain/outcome.js';
import { admissionAt, type Training } from '../domain/training.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { TrainingStore } from '../store/training-store.js';
import { Attempts } from './attempts.js';
import { trainingNotFound } from './not-found.js';

/**
 * From this many wrong codes of one person within the span on, further wrong ones are refused. A right one
 * always passes; what bounds guessing is that 3 of 148 million codes are valid for a training.
 */
const WRONG_CODES_OF_PERSON = 10;
/** The same for an IP address and the form of one training; a whole office may share an address and mistype. */
const WRONG_CODES_OF_ADDRESS = 300;
const GUESS_SPAN_MS = 10 * 60_000;

/** An attendee, without the fields that the registration adds. */
export type Candidate = Pick<
  Attendee,
  'key' | 'verified' | 'name' | 'area' | 'contact' | 'device' | 'authorisation' | 'ticket'
>;

interface AttendanceParts {
  trainings: TrainingStore;
  attendance: AttendanceStore;
  clock: Clock;
  log: Logger;
  /** Called for each new attendee, to update the displayed counts. */
  onRegistered: (training: Training) => void;
}

/** Where codes come from: a person, or an address that opens a form. */
interface Source {
  attempts: Attempts;
  key: string;
  /** What the log says about it; nothing of the address. */
  about: object;
}

export class AttendanceService {
  readonly #wrongOfPerson: Attempts;
  readonly #wrongOfAddress: Attempts;

  constructor(private readonly parts: AttendanceParts) {
    this.#wrongOfPerson = new Attempts(parts.clock, WRONG_CODES_OF_PERSON, GUESS_SPAN_MS);
    this.#wrongOfAddress = new Attempts(parts.clock, WRONG_CODES_OF_ADDRESS, GUESS_SPAN_MS);
  }

  /**
   * Registers by the button of the card.
   * @param code typed next to the button when the trainer requires the code; empty for none.
   * @throws AppError `not-found`
   */
  async byButton(trainingId: string, person: Person, code: string, now: Date): Promise<AttendanceOutcome> {
    const training = await this.#admitting(trainingId, now);
    const candidate = candidateOf(person);
    // The list itself tells who is on it already.
    if (code === '' && !training.requiresCode) {
      return this.register(training, candidate, { means: 'button', rotating: false }, now);
    }
    const known = await this.parts.attendance.find(training.id, personKey(person.id));
    if (known) return { kind: 'already', training, attendee: known };
    if (code === '') return { kind: 'code-needed', training };
    const checked = this.#check(this.#byPerson(person), [training], code, now);
    return this.#withVerdict(checked, candidate, 'button', now);
  }

  /** @throws AppError `not-found` */
  async #admitting(trainingId: string, now: Date): Promise<Training> {
    const { trainings } = this.parts;
    const lately = await trainings.findLately(trainingId);
    if (lately && admissionAt(lately, now) === 'open') return lately;
    const training = await trainings.find(trainingId);
    if (!training) throw trainingNotFound();
    return training;
  }

  /** Registers by a typed or scanned code; the code identifies the training. */
  async byCode(code: string, person: Person, now: Date): Promise<AttendanceOutcome> {
    const open = await this.parts.trainings.open(now);
    const checked = this.#check(this.#byPerson(person), open, code, now);
    return this.#withVerdict(checked, candidateOf(person), 'typed', now);
  }

  /** The open training of a code; undefined for a wrong or expired one. */
  async ofCode(code: string, person: Person, now: Date): Promise<Training | undefined> {
    const open = await this.parts.trainings.open(now);
    const { verdict, training } = this.#check(this.#byPerson(person), open, code, now);
    return verdict === 'rotating' || verdict === 'card' ? training : undefined;
  }

  /** Checks the code that opens the web form. */
  checkForForm(training: Training, code: string, address: string, now: Date): Checked['verdict'] {
    const key = `${training.id}:${address}`;
    const source = { attempts: this.#wrongOfAddress, key, about: { training: training.id } };
    return this.#check(source, [training], code, now).verdict;
  }

  /** Puts a person with a valid code on the list, if registration is open and there is a seat. */
  async register(
    training: Training,
    candidate: Candidate,
    how: { means: Means; rotating: boolean },
    now: Date,
  ): Promise<AttendanceOutcome> {
    const admission = admissionAt(training, now);
    if (admission !== 'open') {
      const known = await this.parts.attendance.find(training.id, candidate.key);
      return known ? { kind: 'already', training, attendee: known } : { kind: admission, training };
    }
    if (training.requiresCode && !how.rotating) return { kind: 'code-needed', training };
    const attendee: Attendee = { ...candidate, ...how, at: now.toISOString(), seat: -1 };
    const taken = await this.parts.attendance.take(training.id, attendee, training.capacity);
    if (taken.kind === 'exists') return { kind: 'already', training, attendee: taken.attendee };
    if (taken.kind === 'full') return { kind: 'full', training };
    this.parts.onRegistered(training);
    return { kind: 'registered', training, attendee };
  }

  async #withVerdict(
    { verdict, training }: Checked,
    candidate: Candidate,
    means: Means,
    now: Date,
  ): Promise<AttendanceOutcome> {
    if (verdict === 'locked') return { kind: 'locked' };
    if (!training || verdict === 'unknown') return { kind: 'code-unknown' };
    if (verdict === 'expired') return { kind: 'code-expired', training };
    return this.register(training, candidate, { means, rotating: verdict === 'rotating' }, now);
  }

  #byPerson({ id }: Person): Source {
    return { attempts: this.#wrongOfPerson, key: id, about: { actor: id } };
  }

  /** Compares with every training, even after a match, so that timing reveals nothing. */
  #check(source: Source, trainings: readonly Training[], code: string, now: Date): Checked {
    let found: Checked = { verdict: 'unknown' };
    for (const training of trainings) {
      const verdict = verdictOf(training.secret, code, now);
      const isBetter = RANK[verdict] > RANK[found.verdict];
      if (isBetter) found = { verdict, training };
    }
    // An expired code is not a guess: the person saw the screen and was slow.
    return found.verdict === 'unknown' && this.#isTooOften(source) ? { verdict: 'locked' } : found;
  }

  /** Counts a wrong code; returns true when there were too many before it. */
  #isTooOften({ attempts, key, about }: Source): boolean {
    if (attempts.isOver(key)) return true;
    attempts.add(key);
    if (attempts.isOver(key)) this.parts.log.warn(about, 'many wrong codes');
    return false;
  }
}

interface Checked {
  verdict: CodeVerdict | 'locked';
  training?: Training;
}

const RANK: Record<Checked['verdict'], number> = { locked: 0, unknown: 0, expired: 1, card: 2, rotating: 3 };

export function candidateOf(person: Person): Candidate {
  return {
    key: personKey(person.id),
    verified: true,
    name: person.name,
    area: person.area,
    contact: person.email,
    device: '',
    authorisation: '',
    ticket: '',
  };
}

/**
 * The entry of the list for somebody who was in the meeting; undefined for who does not come on it.
 * @param how.since when somebody joined who has not left.
 */
export function attendeeIn(
  { person, sessions, standing }: Matched,
  { since = '', ...how }: { verified: boolean; means: Means; since?: string | undefined },
): Attendee | undefined {
  if (standing !== 'added') return undefined;
  return { ...candidateOf(person), ...how, at: sessions[0]?.from ?? since, rotating: false, seat: -1 };
}
