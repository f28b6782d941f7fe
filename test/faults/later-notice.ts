/** A notice as a later version of the bot would write it: this version knows neither its kind nor its status. */
import type { Tables } from '../../src/platform/storage/tables.js';
import { isCase, isVoice } from './partitions.js';

/** Not the number of any effect that this version writes. */
const PLANTED = '999';

export const isPlanted = (rowKey: string): boolean => rowKey.endsWith(`:${PLANTED}`);

/** Leaves one with a case or a voice, if there is any. */
export async function plantIn(tables: Tables, pick: number): Promise<void> {
  const cases: string[] = [];
  for await (const id of tables.partitions('Cases')) if (isCase(id) || isVoice(id)) cases.push(id);
  const partitionKey = cases[Math.floor(pick * cases.length)];
  if (partitionKey === undefined) return;
  const row = {
    partitionKey,
    rowKey: `outbox:000001:${PLANTED}`,
    kind: 'case.hologram',
    status: 'scheduled',
    target: '',
    urgency: 3,
    schema: 99,
  };
  await tables.write('Cases', { kind: 'upsert', row });
}
