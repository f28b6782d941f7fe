/** Merges Teams' attendance report of a meeting into the list of a training. */
import { AppError } from '../../../platform/errors.js';
import type { Person } from '../../../platform/people/person.js';
import type { MeetingReport } from '../domain/meeting-report.js';
import { isOfTraining, type Matched, type Merge, mayHaveMet, mergeOf } from '../domain/merging.js';
import type { Training } from '../domain/training.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { MeetingEntry, MeetingStore, StoredStay } from '../store/meeting-store.js';
import type { TrainingStore } from '../store/training-store.js';
import { attendeeIn, candidateOf } from './attendance-service.js';

/** The latest trainings of a trainer among which a report may belong. */
const TRAININGS = 20;
/** Attempts when others change the same rows. */
const TRIES = 5;

interface MeetingReportParts {
  trainings: TrainingStore;
  attendance: AttendanceStore;
  meetings: MeetingStore;
  /** Called for each changed list. */
  onChanged: (training: Training) => void;
  everyone: () => Promise<Person[]>;
}

export class MeetingReports {
  constructor(private readonly parts: MeetingReportParts) {}

  /** The trainings of a trainer that have begun, the latest first; `fitting` are those at the time of the report. */
  async trainingsFor(
    readings: readonly MeetingReport[],
    trainerId: string,
    now: Date,
  ): Promise<{ latest: Training[]; fitting: Training[] }> {
    const latest: Training[] = [];
    let token: string | undefined;
    do {
      const page = await this.parts.trainings.ofTrainer(trainerId, TRAININGS, token);
      latest.push(...page.trainings.filter((training) => mayHaveMet(training, now)));
      token = page.next;
    } while (token !== undefined && latest.length < TRAININGS);
    const isFitting = (training: Training) => readings.some((reading) => isOfTraining(reading, training));
    return { latest, fitting: latest.filter(isFitting) };
  }

  /** What a report adds. */
  async merge(training: Training, report: MeetingReport): Promise<Merge> {
    return this.#merged(training, report, await this.parts.meetings.stored(training.id));
  }

  /**
   * Puts people on the list: those recognised by their address, and of those with the name of one person the ones
   * that the trainer has confirmed. Idempotent.
   * @returns whoever was recognised, as it was before the first try: one that failed may have stored some.
   * @throws AppError `storage-conflict` when others were faster every time.
   */
  async keep(training: Training, report: MeetingReport, confirmed: ReadonlySet<string>): Promise<Matched[]> {
    const { meetings, onChanged } = this.parts;
    let before: Matched[] | undefined;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const stays = await meetings.stored(training.id);
      const { sure, byName } = await this.#merged(training, report, stays);
      const named = byName.filter(({ person }) => confirmed.has(person.id));
      before ??= [...sure, ...named];
      const entries = [
        ...sure.map((matched) => entryOf(matched, true)),
        ...named.map((matched) => entryOf(matched, false)),
      ];
      if (await meetings.add(training.id, entries, stays)) {
        onChanged(training);
        return before;
      }
    }
    throw new AppError('storage-conflict', { detail: 'meeting report' });
  }

  async #merged(training: Training, report: MeetingReport, stays: readonly StoredStay[]): Promise<Merge> {
    const { attendance, everyone } = this.parts;
    const [attendees, corrections, people] = await Promise.all([
      attendance.all(training.id),
      attendance.corrections(training.id),
      everyone(),
    ]);
    return mergeOf(training, report, people, {
      listed: new Set(attendees.map(({ key }) => key)),
      stays: new Map(stays.map(({ key, sessions }) => [key, sessions])),
      corrections,
    });
  }
}

/** @param verified false for a person who was recognised by the name alone. */
function entryOf(matched: Matched, verified: boolean): MeetingEntry {
  const { key, name, area, contact } = candidateOf(matched.person);
  const stay = { key, name, area, contact, reported: matched.told };
  return { stay, attendee: attendeeIn(matched, { verified, means: 'meeting' }) };
}
