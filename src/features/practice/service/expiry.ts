/** Deletes expired ticks, and the records that keep a practice from repeating. */
import { bogotaDay, shiftedDay } from '../../../platform/calendar/days.js';
import type { Clock } from '../../../platform/clock.js';
import type { Sweep } from '../../../platform/storage/retention.js';
import { remembered } from '../domain/member.js';
import type { SentCounts } from '../store/counts.js';
import type { Members } from '../store/members.js';
import type { PracticeOutbox } from '../store/practice-outbox.js';
import type { Ticks } from '../store/ticks.js';

const SENT_KEPT_DAYS = 30;

export class PracticeExpiry implements Sweep {
  readonly kind = 'practice';

  constructor(
    private readonly parts: {
      members: Members;
      ticks: Ticks;
      counts: SentCounts;
      outbox: PracticeOutbox;
      clock: Clock;
    },
  ) {}

  async run(before: Date, most: number): Promise<number> {
    const { members, ticks, counts, outbox, clock } = this.parts;
    const today = bogotaDay(clock());
    const gone = (await members.gone()).filter(({ given }) => remembered(given, today).length === 0);
    await members.remove(gone.slice(0, most));
    let count = Math.min(gone.length, most);
    count += await ticks.removeBefore(before, most - count);
    count += await counts.removeBefore(bogotaDay(before), most - count);
    count += await outbox.removeBefore(shiftedDay(today, -SENT_KEPT_DAYS), most - count);
    return count;
  }
}
