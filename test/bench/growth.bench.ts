/**
 * Storage requests and rows read by the steps of a case, beside more and more other cases, over those beside 1,000.
 * `GROWTH_CASES=1000,100000,1000000` with `NODE_OPTIONS=--max-old-space-size=8192` for a million, in memory.
 */
import { fillCases, measureCases, STEPS } from '../support/case-requests.js';
import { MemoryQueue } from '../support/memory-queue.js';
import { MemoryTables } from '../support/memory-tables.js';
import type { Measurement } from './report.js';

const SIZES = (process.env.GROWTH_CASES ?? '1000,100000').split(',').map(Number);

export async function benchGrowth(): Promise<Measurement[]> {
  const found: Measurement[] = [];
  let first: Awaited<ReturnType<typeof measureCases>> | undefined;
  for (const size of SIZES) {
    const tables = new MemoryTables();
    await fillCases(tables, size);
    const measured = await measureCases(tables, new MemoryQueue());
    first ??= measured;
    for (const step of STEPS) {
      const peer = `beside ${SIZES[0]} cases`;
      const row = (part: 'total' | 'rowsRead', unit: string): Measurement => ({
        name: `growth.${size}.${step}`,
        value: measured[step][part],
        unit,
        peer,
        peerValue: first?.[step][part] ?? 0,
      });
      found.push(row('total', 'storage requests'), row('rowsRead', 'rows read'));
    }
  }
  return found;
}
