/** Trainings that have been kept long enough are deleted, with the lists of who was there. */
import type { TrainingStore } from '../store/training-store.js';

export class TrainingExpiry {
  constructor(
    private readonly parts: {
      trainings: TrainingStore;
      /** Notes that a training was deleted, and by which rule; the same twice is once. */
      record: (deleted: { kind: 'training'; number: string; rule: string }) => Promise<void>;
    },
  ) {}

  /** Deletes up to `most` trainings that ended before a moment. Returns how many; fewer when none is left. */
  async sweep(before: Date, most: number, rule: string): Promise<number> {
    let count = 0;
    for await (const training of this.parts.trainings.until(before)) {
      if (count === most) break;
      if (Date.parse(training.endsAt) >= before.getTime()) continue;
      await this.parts.record({ kind: 'training', number: training.id, rule });
      await this.parts.trainings.remove(training);
      count += 1;
    }
    return count;
  }
}
