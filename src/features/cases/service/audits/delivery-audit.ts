/** Compares what is due with what happened: notices, reminders, and sent reports. Makes up for what was lost. */
import type { FeatureContext } from '../../../../feature.js';
import { partitionsWithLost } from '../../../../platform/delivery/lost-notices.js';
import type { CaseStore } from '../../store/case-store.js';
import { DISPATCH } from '../commands/case-commits.js';
import type { CaseDeadlines } from '../deadline-work.js';

/** Work on a case and the night that deletes cases are long done. */
const SENT_BEFORE_MS = 3_600_000;

export interface DeliveryAuditParts
  extends Pick<FeatureContext, 'tables' | 'work' | 'instances' | 'rounds' | 'clock' | 'log'> {
  store: CaseStore;
  /** The reports that were sent before a moment. */
  sentBefore: (moment: Date) => AsyncIterable<{ personId: string; id: string }>;
  deadlines: Pick<CaseDeadlines, 'auditReminders'>;
}

export class DeliveryAudit {
  constructor(private readonly parts: DeliveryAuditParts) {}

  /**
   * Reads all cases and drafts, so one instance does it for all. The line "nothing is lost" is the heartbeat that an
   * alert waits for: it is written only when nothing was.
   */
  async run(): Promise<void> {
    const { instances, deadlines, rounds, log } = this.parts;
    if (instances.ownerOf('delivery audit') !== instances.me) return;
    const reminders = await deadlines.auditReminders();
    const notices = await this.#makeUpForNotices();
    const reports = await this.#countMissingReports();
    const lost = { reminders, notices, reports };
    const count = reminders + notices + reports;
    await rounds.note('audit', count);
    if (count > 0) log.error(lost, 'the audit found what was lost');
    else log.info('nothing is lost');
  }

  /** Queues a dispatch for each case with a notice that nobody has touched for long. */
  async #makeUpForNotices(): Promise<number> {
    const { work, log } = this.parts;
    let found = 0;
    for await (const partitionKey of partitionsWithLost(this.parts, 'Cases')) {
      log.error({ case: partitionKey }, 'a notice was lost; it is made up for');
      await work.later({ kind: DISPATCH, partitionKey }, 0);
      found += 1;
    }
    return found;
  }

  /** Reports that are marked as sent and have no case: people were told of a case that there is not. */
  async #countMissingReports(): Promise<number> {
    const { sentBefore, store, clock, log } = this.parts;
    let found = 0;
    for await (const { id, personId } of sentBefore(new Date(clock().getTime() - SENT_BEFORE_MS))) {
      if ((await store.remains(id)) !== 'nothing') continue;
      log.error({ case: id, person: personId }, 'a sent report has no case');
      found += 1;
    }
    return found;
  }
}
