/** Deletes trainings past their retention period, with their lists of attendees. */
import type { Deletions } from '../../../platform/storage/deletions.js';
import type { Sweep } from '../../../platform/storage/retention.js';
import type { TrainingStore } from '../store/training-store.js';

export class TrainingExpiry implements Sweep {
  readonly kind = 'trainings';

  constructor(private readonly parts: { trainings: TrainingStore; deletions: Pick<Deletions, 'record'> }) {}

  /** Deletes up to `most` trainings that ended before a moment; records each deletion first. */
  async run(before: Date, most: number, rule: string): Promise<number> {
    let count = 0;
    for await (const training of this.parts.trainings.until(before)) {
      if (count === most) break;
      if (Date.parse(training.endsAt) >= before.getTime()) continue;
      await this.parts.deletions.record({ kind: 'training', number: training.id, rule });
      await this.parts.trainings.remove(training);
      count += 1;
    }
    return count;
  }
}
