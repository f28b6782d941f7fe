/** Compares the notices of recognitions that are due with those that were sent, and makes up for what was lost. */
import type { FeatureContext } from '../../../feature.js';
import { partitionsWithLost } from '../../../platform/delivery/lost-notices.js';
import { DISPATCH } from './commits.js';

/** @returns how many sendings had a notice that was lost. One instance does it for all. */
export async function auditNotices(
  context: Pick<FeatureContext, 'tables' | 'work' | 'instances' | 'clock' | 'log'>,
): Promise<number> {
  const { work, instances, log } = context;
  if (instances.ownerOf('recognition audit') !== instances.me) return 0;
  let found = 0;
  for await (const partitionKey of partitionsWithLost(context, 'Recognitions')) {
    log.error({ sending: partitionKey }, 'a notice of a recognition was lost; it is made up for');
    await work.later({ kind: DISPATCH, partitionKey }, 0);
    found += 1;
  }
  return found;
}
