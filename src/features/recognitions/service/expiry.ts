/** Deletes recognitions past their retention period, and what was written and never sent. */
import type { Deletions } from '../../../platform/storage/deletions.js';
import type { Sweep } from '../../../platform/storage/retention.js';
import type { RecognitionLists } from '../store/lists.js';
import type { Sendings } from '../store/sendings.js';

export interface ExpiryParts {
  sendings: Sendings;
  lists: RecognitionLists;
  deletions: Pick<Deletions, 'record'>;
}

export function recognitionSweeps(parts: ExpiryParts): Sweep[] {
  return [
    { kind: 'recognitions', run: (before, most, rule) => sweepSent(parts, before, most, rule) },
    { kind: 'drafts', run: (before, most) => sweepUnsent(parts.sendings, before, most) },
  ];
}

/** The lists go last, because they are how the rest is found again after a failure. */
async function sweepSent(
  { sendings, lists, deletions }: ExpiryParts,
  before: Date,
  most: number,
  rule: string,
): Promise<number> {
  let count = 0;
  for await (const one of lists.before(before)) {
    if (count === most) break;
    await deletions.record({ kind: 'recognition', number: one.sendingId, rule });
    await sendings.erase(one.sendingId);
    await lists.project(one, { given: false, got: false });
    count += 1;
  }
  return count;
}

async function sweepUnsent(sendings: Sendings, before: Date, most: number): Promise<number> {
  let count = 0;
  for await (const id of sendings.unsent()) {
    if (count === most) break;
    const stored = await sendings.load(id);
    if (!stored || stored.sending.at >= before.toISOString()) continue;
    if (await sendings.discard(stored)) count += 1;
  }
  return count;
}
