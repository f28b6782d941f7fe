/**
 * `npm run corrections -- --since 90d`: exports the cases whose level a leader changed, as JSON lines. `npm
 * run evaluate` scores them, and they may become narratives. Names and contacts are removed.
 */
import { CaseIndex, CaseStore } from '../features/cases/index.js';
import { bogotaMonth, monthsBetween } from '../platform/calendar/days.js';
import { redact } from '../platform/text/redact.js';
import { readSince } from './since.js';
import { openTables } from './storage.js';

const { from, now } = readSince('corrections', 90);
const { tables, signer, close } = await openTables();
try {
  const index = new CaseIndex(tables);
  const store = new CaseStore(tables, signer);
  for (const month of monthsBetween(bogotaMonth(from), bogotaMonth(now))) {
    for await (const { id, reportedAt } of index.allOf(month)) {
      if (reportedAt < from.toISOString()) continue;
      const loaded = await store.load(id);
      const correction = loaded?.events.findLast(({ body }) => body.type === 'reclassified')?.body;
      if (!loaded || correction?.type !== 'reclassified') continue;
      const { number, report } = loaded.subject;
      const line = {
        id: number,
        text: redact(report.narrative),
        level: correction.level,
        proposed: report.proposedLevel,
        reason: redact(correction.reason),
      };
      process.stdout.write(`${JSON.stringify(line)}\n`);
    }
  }
} finally {
  await close();
}
