/** The share of people trained in a month, by area. */
import type { Person } from '../../../platform/people/person.js';
import { type Coverage, coverageOf } from '../domain/coverage.js';
import type { AttendanceStore } from '../store/attendance-store.js';
import type { TrainingStore } from '../store/training-store.js';

export class MonthCoverage {
  constructor(
    private readonly parts: {
      trainings: TrainingStore;
      attendance: AttendanceStore;
      everyone: () => Promise<Person[]>;
    },
  ) {}

  /** @param month `YYYY-MM`. */
  async of(month: string): Promise<{ sessions: number; coverage: Coverage }> {
    const { trainings, attendance, everyone } = this.parts;
    const sessions = await trainings.ofMonth(month);
    const lists = await Promise.all(sessions.map(({ id }) => attendance.all(id)));
    return { sessions: sessions.length, coverage: coverageOf(await everyone(), lists.flat()) };
  }
}
