import { z } from 'zod';
import type { Feature, FeatureContext } from '../../feature.js';
import { workKind } from '../../platform/delivery/work.js';
import type { TableName } from '../../platform/storage/tables.js';
import { StatusHandler } from './handlers/status-handler.js';
import { BackupNights } from './service/backup-nights.js';
import { ParkedNotices } from './service/parked-notices.js';

const COUNT_MS = 10 * 60_000;
/** Interval of the check that the next copy is scheduled. */
const NIGHTS_MS = 3_600_000;

/** @param outboxes the tables with an outbox. */
export function createOperations(context: FeatureContext, outboxes: readonly TableName[]): Feature {
  const handler = new StatusHandler(context);
  const parked = new ParkedNotices(context, outboxes);
  const { background, backup } = context;
  const nights = backup && new BackupNights({ ...context, ...backup });
  return {
    verbs: [],
    texts: [{ purpose: 'status', scope: 'personal', handle: (turn) => handler.show(turn) }],
    work: {
      // A lost message is found by the row of its night.
      backup: workKind(
        z.object({ kind: z.literal('backup'), day: z.iso.date() }),
        async ({ day }) => nights?.run(day),
        { comesAgain: false },
      ),
    },
    start: () => {
      background.every(COUNT_MS, 'parked notices', () => parked.count());
      if (nights) background.every(NIGHTS_MS, 'backup', () => nights.ensure());
    },
  };
}
