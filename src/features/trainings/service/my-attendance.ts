/** The trainings that a person has been to, and those that come. */
import { bogotaMonth, FIRST_MONTH, shiftedMonth } from '../../../platform/calendar/days.js';
import { personKey } from '../domain/attendee.js';
import { minutesOf } from '../domain/session.js';
import type { AttendanceState } from '../domain/standing.js';
import { GRACE_MS, type Training } from '../domain/training.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { MeetingStore } from '../store/meeting-store.js';
import type { TrainingStore } from '../store/training-store.js';

/** Months that are read at once, and trainings that fill a page. */
const MONTHS = 6;
/** Readings for one page: who was at few trainings would have all of the company's read. */
const READINGS = 2;
const PAGE_SIZE = 8;
const NEXT = 3;

export interface Been {
  training: Training;
  state: AttendanceState;
}

export interface MyAttendance {
  /** The latest first. */
  been: Been[];
  /** The month, `YYYY-MM`, from which the next page goes back; undefined when there is none. */
  next?: string;
}

export class MyAttendances {
  constructor(
    private readonly parts: {
      trainings: TrainingStore;
      attendance: AttendanceStore;
      meetings: MeetingStore;
    },
  ) {}

  /** @param from the month to go back from, `YYYY-MM`. */
  async of(personId: string, now: Date, from = bogotaMonth(now)): Promise<MyAttendance> {
    const been: Been[] = [];
    let month = from;
    for (let at = 0; at < READINGS && month >= FIRST_MONTH && been.length < PAGE_SIZE; at++) {
      const months = Array.from({ length: MONTHS }, (_, back) => shiftedMonth(month, -back));
      const found = await Promise.all(
        months.filter((each) => each >= FIRST_MONTH).map((each) => this.#inMonth(personId, each)),
      );
      been.push(...found.flat());
      month = shiftedMonth(month, -MONTHS);
    }
    been.sort((one, other) => other.training.startsAt.localeCompare(one.training.startsAt));
    return { been, ...(month >= FIRST_MONTH && { next: month }) };
  }

  /** Trainings that are open or announced and that the person is not on the list of, the earliest first. */
  async next(personId: string, now: Date): Promise<Training[]> {
    const open = await this.parts.trainings.open(now);
    const coming = open.filter(({ endsAt }) => Date.parse(endsAt) + GRACE_MS >= now.getTime());
    coming.sort((one, other) => one.startsAt.localeCompare(other.startsAt));
    const known = await Promise.all(
      coming.map(({ id }) => this.parts.attendance.find(id, personKey(personId))),
    );
    return coming.filter((_, at) => !known[at]).slice(0, NEXT);
  }

  async #inMonth(personId: string, month: string): Promise<Been[]> {
    const trainings = await this.parts.trainings.ofMonth(month);
    const states = await Promise.all(trainings.map((training) => this.#stateOf(training, personId)));
    return trainings.flatMap((training, at) => {
      const state = states[at];
      return state ? [{ training, state }] : [];
    });
  }

  async #stateOf(
    { id, state, leastMinutes }: Training,
    personId: string,
  ): Promise<AttendanceState | undefined> {
    const { attendance, meetings } = this.parts;
    const key = personKey(personId);
    if (await attendance.find(id, key)) return state === 'closed' ? 'attended' : 'registered';
    const stay = leastMinutes > 0 ? await meetings.find(id, key) : undefined;
    if (!stay || stay.sessions.length === 0 || stay.since !== undefined) return undefined;
    // Somebody who stayed and is not on the list was removed by hand.
    return minutesOf(stay.sessions) < leastMinutes ? 'short' : undefined;
  }
}
